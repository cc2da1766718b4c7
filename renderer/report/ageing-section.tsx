import type { InventorySummary, StockUnit } from '@shared/contract/inventory';
import type { ReportModel } from '@shared/contract/reports';
import { formatCount, formatDay, formatMoney, formatPercent } from '../lib/format';
import { type PrintColumn, PrintTable } from './print-table';
import { Section } from './section';
import { ActionList } from './store-review';

/** More would be a list that nobody walks; the workbook has them all. */
const SHOWN_UNITS = 70;

export function AgeingSection({ model }: { model: ReportModel }) {
  const { overview, agedUnits } = model;
  const shown = agedUnits.slice(0, SHOWN_UNITS);
  const rest = agedUnits.length - shown.length;
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
      <h3>Everything worth doing</h3>
      <ActionList actions={overview.actions} />
      <h3>
        {formatCount(agedUnits.length)} available units over the limit, {formatMoney(heldSoFar(agedUnits))}{' '}
        held so far
      </h3>
      <PrintTable columns={UNIT_COLUMNS} rows={shown} keyOf={(unit) => unit.id} />
      {rest > 0 && <p className="more">{formatCount(rest)} more are in the workbook.</p>}
    </Section>
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
  { header: 'Stock #', cell: (unit) => unit.stockNumber ?? '', width: '11%' },
  { header: 'Unit', cell: (unit) => titleOf(unit), width: '34%' },
  { header: 'Exterior', cell: (unit) => unit.build.exteriorColor ?? '', width: '16%' },
  { header: 'Received', cell: (unit) => formatDay(unit.receivedOn) },
  { header: 'Days', isNumber: true, cell: (unit) => formatCount(unit.ageDays) },
  { header: 'Cost', isNumber: true, cell: (unit) => formatMoney(unit.costCents) },
  { header: 'Price', isNumber: true, cell: (unit) => formatMoney(unit.priceCents) },
  { header: 'Held', isNumber: true, cell: (unit) => formatMoney(unit.holdingCostToDateCents) },
];

function titleOf({ build, condition }: StockUnit): string {
  return [condition === 'used' ? 'Used' : 'New', build.modelYear, build.make, build.model, build.trim]
    .filter((part) => part !== null)
    .join(' ');
}

function heldSoFar(units: readonly StockUnit[]): number {
  return units.reduce((sum, unit) => sum + (unit.holdingCostToDateCents ?? 0), 0);
}
