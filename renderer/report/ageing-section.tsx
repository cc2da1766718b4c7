import type { InventorySummary, StockUnit } from '@shared/contract/inventory';
import type { ReportModel } from '@shared/contract/reports';
import { formatCount, formatMoney, formatPercent, formatQuantity } from '../lib/format';
import { type PrintColumn, PrintTable } from './print-table';
import { Section } from './section';
import { ActionList, FIRST_ACTIONS } from './store-review';

/** Oldest of each condition; more would be a list that nobody walks, and the workbook has them all. */
const SHOWN_UNITS = 10;

export function AgeingSection({ model }: { model: ReportModel }) {
  const { overview, agedUnits } = model;
  const further = overview.actions.slice(FIRST_ACTIONS);

  return (
    <Section
      title="Ageing and action list"
      note="Units on the ground by days in stock; what is apart is counted, what is in transit is not."
    >
      <div className="pair">
        {overview.inventory.map((summary) => (
          <BucketTable key={summary.condition} summary={summary} />
        ))}
      </div>
      {further.length > 0 && (
        <>
          <h3>Further actions</h3>
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
        {condition === 'new' ? 'New' : 'Used'}: {formatQuantity(units.length, 'availableUnit')} over the
        limit, {formatMoney(heldSoFar(units))} held so far
      </h3>
      {shown.length > 0 && (
        <PrintTable columns={UNIT_COLUMNS} rows={shown} keyOf={(unit) => unit.id} isDense />
      )}
      {units.length > shown.length && (
        <p className="more">{formatCount(units.length - shown.length)} more are in the workbook.</p>
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
            header: summary.condition === 'new' ? 'New, days' : 'Used, days',
            cell: (bucket) => (bucket.isAged ? <strong>{bucket.label}</strong> : bucket.label),
          },
          { header: 'Units', isNumber: true, cell: (bucket) => formatCount(bucket.units) },
          {
            header: 'Share',
            isNumber: true,
            cell: (bucket) => formatPercent(units ? bucket.units / units : null),
          },
          { header: 'Cost', isNumber: true, cell: (bucket) => formatMoney(bucket.costCents) },
        ]}
        rows={summary.ageBuckets}
        keyOf={(bucket) => bucket.label}
        totals={['All', formatCount(units), '', formatMoney(cost)]}
      />
      <p className="more">
        {apart.map(({ status, units: count }) => `${count} ${status.replaceAll('_', ' ')}`).join(', ') ||
          'Every unit is available.'}
      </p>
    </div>
  );
}

const UNIT_COLUMNS: readonly PrintColumn<StockUnit>[] = [
  { header: 'Stock #', cell: (unit) => unit.stockNumber ?? '', width: '10%' },
  { header: 'Unit', cell: (unit) => titleOf(unit) },
  { header: 'Days', isNumber: true, cell: (unit) => formatCount(unit.ageDays), width: '6%' },
  { header: 'Cost', isNumber: true, cell: (unit) => formatMoney(unit.costCents), width: '9%' },
  { header: 'Price', isNumber: true, cell: (unit) => formatMoney(unit.priceCents), width: '9%' },
  { header: 'Held', isNumber: true, cell: (unit) => formatMoney(unit.holdingCostToDateCents), width: '8%' },
  { header: 'Decision', cell: () => '', width: '15%' },
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
