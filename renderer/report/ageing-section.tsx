import type { InventorySummary, StockUnit } from '@shared/contract/inventory';
import type { ReportModel } from '@shared/contract/reports';
import { formatCount, formatMoney, formatPercent, formatQuantity } from '../lib/format';
import { texts } from '../texts/texts';
import { type PrintColumn, PrintTable } from './print-table';
import { Section } from './section';
import { ActionList, FIRST_ACTIONS } from './store-review';

const words = texts.report.review.ageing;

/** Oldest of each condition; more would be a list that nobody walks, and the workbook has them all. */
const SHOWN_UNITS = 10;

export function AgeingSection({ model }: { model: ReportModel }) {
  const { overview, agedUnits } = model;
  const further = overview.actions.slice(FIRST_ACTIONS);

  return (
    <Section title={words.title} note={words.note}>
      <div className="pair">
        {overview.inventory.map((summary) => (
          <BucketTable key={summary.condition} summary={summary} />
        ))}
      </div>
      {further.length > 0 && (
        <>
          <h3>{words.further}</h3>
          <ActionList actions={further} />
        </>
      )}
      {(['new', 'used'] as const).map((condition) => (
        <AgedUnits
          key={condition}
          condition={condition}
          units={agedUnits.filter((unit) => unit.condition === condition)}
        />
      ))}
    </Section>
  );
}

function AgedUnits({ condition, units }: { condition: 'new' | 'used'; units: readonly StockUnit[] }) {
  const shown = units.slice(0, SHOWN_UNITS);
  return (
    <>
      <h3>
        {words.overLimit(
          texts.terms.conditions[condition],
          formatQuantity(units.length, 'availableUnit'),
          formatMoney(heldSoFar(units)),
        )}
      </h3>
      {shown.length > 0 && (
        <PrintTable columns={UNIT_COLUMNS} rows={shown} keyOf={(unit) => unit.id} isDense />
      )}
      {units.length > shown.length && (
        <p className="more">{words.more(formatCount(units.length - shown.length))}</p>
      )}
    </>
  );
}

function BucketTable({ summary }: { summary: InventorySummary }) {
  const units = summary.unitsInStock.value ?? 0;
  const cost = summary.stockCost.value ?? 0;
  const apart = summary.statuses.filter(({ status, units: count }) => status !== 'available' && count > 0);
  return (
    <div>
      <PrintTable
        columns={[
          {
            header: summary.condition === 'new' ? words.newDays : words.usedDays,
            cell: (bucket) => (bucket.isAged ? <strong>{bucket.label}</strong> : bucket.label),
          },
          { header: words.units, isNumber: true, cell: (bucket) => formatCount(bucket.units) },
          {
            header: words.share,
            isNumber: true,
            cell: (bucket) => formatPercent(units ? bucket.units / units : null),
          },
          { header: words.cost, isNumber: true, cell: (bucket) => formatMoney(bucket.costCents) },
        ]}
        rows={summary.ageBuckets}
        keyOf={(bucket) => bucket.label}
        totals={[words.all, formatCount(units), '', formatMoney(cost)]}
      />
      <p className="more">
        {apart
          .map(({ status, units: count }) => `${count} ${texts.terms.stockStatuses[status]}`)
          .join(', ') || words.allAvailable}
      </p>
    </div>
  );
}

const UNIT_COLUMNS: readonly PrintColumn<StockUnit>[] = [
  { header: words.stockNumber, cell: (unit) => unit.stockNumber ?? '', width: '10%' },
  { header: words.unit, cell: (unit) => titleOf(unit) },
  { header: words.days, isNumber: true, cell: (unit) => formatCount(unit.ageDays), width: '6%' },
  { header: words.cost, isNumber: true, cell: (unit) => formatMoney(unit.costCents), width: '9%' },
  { header: words.price, isNumber: true, cell: (unit) => formatMoney(unit.priceCents), width: '9%' },
  {
    header: words.held,
    isNumber: true,
    cell: (unit) => formatMoney(unit.holdingCostToDateCents),
    width: '8%',
  },
  { header: words.decision, cell: () => '', width: '15%' },
];

function titleOf({ build }: StockUnit): string {
  const name = [build.modelYear, build.make, build.model, build.trim]
    .filter((part) => part !== null)
    .join(' ');
  return build.exteriorColor ? `${name}, ${build.exteriorColor}` : name;
}

function heldSoFar(units: readonly StockUnit[]): number {
  return units.reduce((sum, unit) => sum + (unit.holdingCostToDateCents ?? 0), 0);
}
