import type { Action } from '@shared/contract/overview';
import type { Figure } from '@shared/contract/primitives';
import type { ReportModel } from '@shared/contract/reports';
import { useMemo } from 'react';
import { formatDay, formatMoney, formatPercent } from '../lib/format';
import { texts } from '../texts/texts';
import { Brand } from './brand';
import { ageingDrawing, salesDrawing } from './chart-drawings';
import { PrintChart } from './print-chart';
import { writeBasis, writeFigure } from './write-figure';

const words = texts.report.review;

export const FIRST_ACTIONS = 4;

/** The first page: how the store stands, and what to do, read in a minute. */
export function StoreReview({ model }: { model: ReportModel }) {
  const { overview } = model;
  const ageing = useMemo(() => ageingDrawing(overview.inventory), [overview]);
  const sales = useMemo(
    () => salesDrawing(overview.sales, model.request.months),
    [overview, model.request.months],
  );
  return (
    <section className="review">
      <header className="masthead">
        <div>
          <h1>{overview.storeName}</h1>
          <p>
            {words.title(formatDay(overview.dataDate), model.segment)}
            {overview.isSample && <strong className="sample">{words.sample}</strong>}
          </p>
        </div>
        <Brand logo={model.logo} />
      </header>
      <FigureTable model={model} />
      <div className="charts">
        <figure>
          <figcaption>{words.byAge}</figcaption>
          <PrintChart drawing={ageing} width={412} height={165} label={words.byAgeLabel} />
        </figure>
        <figure>
          <figcaption>{words.byMonth}</figcaption>
          <PrintChart drawing={sales} width={284} height={165} label={words.byMonthLabel} />
        </figure>
      </div>
      <h3>{words.first}</h3>
      <ActionList actions={overview.actions.slice(0, FIRST_ACTIONS)} />
    </section>
  );
}

/** A note on rates is long, and stands on the page of sources instead. */
type Line = { name: string; figures: (Figure | undefined)[]; hasNoteInSources?: true };

function FigureTable({ model: { overview } }: { model: ReportModel }) {
  const stock = (['new', 'used'] as const).map((condition) =>
    overview.inventory.find((summary) => summary.condition === condition),
  );
  const sales = (['new', 'used'] as const).map((condition) =>
    overview.sales.find((summary) => summary.condition === condition),
  );
  const rates = stock[0]?.holdingRates;
  const lines: Line[] = [
    { name: words.figures.unitsInStock, figures: stock.map((summary) => summary?.unitsInStock) },
    { name: words.figures.available, figures: stock.map((summary) => summary?.availableUnits) },
    { name: words.figures.stockCost, figures: stock.map((summary) => summary?.stockCost) },
    { name: words.figures.medianAge, figures: stock.map((summary) => summary?.medianAge) },
    { name: words.figures.aged, figures: stock.map((summary) => summary?.agedUnits) },
    { name: words.figures.daysSupply, figures: stock.map((summary) => summary?.daysSupply) },
    { name: words.figures.turn, figures: stock.map((summary) => summary?.turnFlow) },
    {
      name: rates?.isDefault ? words.figures.holdingDefault : words.figures.holding,
      figures: stock.map((summary) => summary?.holdingCostPerDay),
      hasNoteInSources: true,
    },
    {
      name: rates
        ? words.figures.interestAt(formatPercent(rates.floorPlanAnnualRate, 1))
        : words.figures.interest,
      figures: stock.map((summary) => summary?.holdingInterestPerDay),
      hasNoteInSources: true,
    },
    {
      name: rates
        ? words.figures.otherAt(formatMoney(rates.otherHoldingCostPerDayCents))
        : words.figures.other,
      figures: stock.map((summary) => summary?.otherHoldingCostPerDay),
      hasNoteInSources: true,
    },
    { name: words.figures.sold, figures: sales.map((summary) => summary?.unitsSold) },
    { name: words.figures.totalGross, figures: sales.map((summary) => summary?.totalGrossPerUnit) },
    { name: words.figures.frontGross, figures: sales.map((summary) => summary?.frontGrossPerUnit) },
    { name: words.figures.daysToTurn, figures: sales.map((summary) => summary?.medianDaysToTurn) },
    {
      name: words.figures.daysToTurnUnsold,
      figures: sales.map((summary) => summary?.survivalMedianDaysToTurn),
    },
    { name: words.figures.monthToDate, figures: sales.map((summary) => summary?.monthToDate) },
    { name: words.figures.monthPace, figures: sales.map((summary) => summary?.monthPace) },
  ];
  return (
    <table className="figures">
      <thead>
        <tr>
          <th style={{ width: '22%' }}>{words.figure}</th>
          <th className="number">{texts.terms.conditions.new}</th>
          <th className="basis">{words.restsOn}</th>
          <th className="number">{texts.terms.conditions.used}</th>
          <th className="basis">{words.restsOn}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ name, figures, hasNoteInSources }) => (
          <tr key={name}>
            <td>{name}</td>
            <FigureCells figure={figures[0]} hasNoteInSources={hasNoteInSources} />
            <FigureCells figure={figures[1]} hasNoteInSources={hasNoteInSources} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function FigureCells({
  figure,
  hasNoteInSources,
}: {
  figure: Figure | undefined;
  hasNoteInSources: true | undefined;
}) {
  const shown = figure && hasNoteInSources ? { ...figure, note: null } : figure;
  return (
    <>
      <td className="number value">{shown ? writeFigure(shown) : ''}</td>
      <td className="basis">{shown ? writeBasis(shown) : ''}</td>
    </>
  );
}

export function ActionList({ actions }: { actions: readonly Action[] }) {
  if (actions.length === 0) return <p>{words.nothing}</p>;
  return (
    <ol className="actions">
      {actions.map((action) => (
        <li key={action.id}>
          <span className={`severity ${action.severity}`}>{words.severities[action.severity]}</span>
          <span>
            <strong>{action.title}</strong>
            <br />
            {action.detail}
          </span>
          <span className="stake">
            {action.amountCents !== null && <strong>{formatMoney(action.amountCents)}</strong>}
            <span className="dim">{action.amountLabel}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
