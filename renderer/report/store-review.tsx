import type { Action } from '@shared/contract/overview';
import type { Figure } from '@shared/contract/primitives';
import type { ReportModel } from '@shared/contract/reports';
import { useMemo } from 'react';
import { formatDay, formatMoney, formatPercent } from '../lib/format';
import { Brand } from './brand';
import { ageingDrawing, salesDrawing } from './chart-drawings';
import { PrintChart } from './print-chart';
import { writeBasis, writeFigure } from './write-figure';

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
            Store review as of {formatDay(overview.dataDate)}
            {model.segment !== null && ` · ${model.segment}`}
            {overview.isSample && <strong className="sample">Sample data</strong>}
          </p>
        </div>
        <Brand logo={model.logo} />
      </header>
      <FigureTable model={model} />
      <div className="charts">
        <figure>
          <figcaption>Days in stock, units on the ground (hatched: aged)</figcaption>
          <PrintChart
            drawing={ageing}
            width={412}
            height={165}
            label="Units by days in stock, new and used"
          />
        </figure>
        <figure>
          <figcaption>Units sold by month (lighter: under way)</figcaption>
          <PrintChart drawing={sales} width={284} height={165} label="Units sold by month, new and used" />
        </figure>
      </div>
      <h3>What to do first</h3>
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
    { name: 'Units in stock', figures: stock.map((summary) => summary?.unitsInStock) },
    { name: 'Available to sell', figures: stock.map((summary) => summary?.availableUnits) },
    { name: 'Stock at cost', figures: stock.map((summary) => summary?.stockCost) },
    { name: 'Median age', figures: stock.map((summary) => summary?.medianAge) },
    { name: 'Aged units', figures: stock.map((summary) => summary?.agedUnits) },
    { name: 'Days supply', figures: stock.map((summary) => summary?.daysSupply) },
    { name: 'Turn (flow)', figures: stock.map((summary) => summary?.turnFlow) },
    {
      name: rates?.isDefault ? 'Holding cost (default rates)' : 'Holding cost',
      figures: stock.map((summary) => summary?.holdingCostPerDay),
      hasNoteInSources: true,
    },
    {
      name: rates ? `… interest at ${formatPercent(rates.floorPlanAnnualRate, 1)}` : '… interest',
      figures: stock.map((summary) => summary?.holdingInterestPerDay),
      hasNoteInSources: true,
    },
    {
      name: rates ? `… other at ${formatMoney(rates.otherHoldingCostPerDayCents)} a unit` : '… other',
      figures: stock.map((summary) => summary?.otherHoldingCostPerDay),
      hasNoteInSources: true,
    },
    { name: 'Units sold', figures: sales.map((summary) => summary?.unitsSold) },
    { name: 'Total gross a unit', figures: sales.map((summary) => summary?.totalGrossPerUnit) },
    { name: 'Front gross a unit', figures: sales.map((summary) => summary?.frontGrossPerUnit) },
    { name: 'Median days to turn', figures: sales.map((summary) => summary?.medianDaysToTurn) },
    { name: '… with unsold units', figures: sales.map((summary) => summary?.survivalMedianDaysToTurn) },
    { name: 'Sold this month', figures: sales.map((summary) => summary?.monthToDate) },
    { name: '… on pace for', figures: sales.map((summary) => summary?.monthPace) },
  ];
  return (
    <table className="figures">
      <thead>
        <tr>
          <th style={{ width: '22%' }}>Figure</th>
          <th className="number">New</th>
          <th className="basis">rests on</th>
          <th className="number">Used</th>
          <th className="basis">rests on</th>
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

const SEVERITY_WORDS = { act: 'Act', caution: 'Watch', good: 'Good' } as const;

export function ActionList({ actions }: { actions: readonly Action[] }) {
  if (actions.length === 0) return <p>Nothing needs doing today.</p>;
  return (
    <ol className="actions">
      {actions.map((action) => (
        <li key={action.id}>
          <span className={`severity ${action.severity}`}>{SEVERITY_WORDS[action.severity]}</span>
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
