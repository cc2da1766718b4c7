import type { Overview } from '@shared/contract/overview';
import type { Condition } from '@shared/contract/primitives';
import { useNavigate } from '@tanstack/react-router';
import { type Column, DataTable } from '../../components/data-table';
import { Panel } from '../../components/panel';
import { ToneIcon } from '../../components/tone';
import { drillInto } from '../../lib/data-filter';
import { formatCount, formatSigned } from '../../lib/format';
import { texts } from '../../texts/texts';

const words = texts.overview.supply;

type Row = Overview['inventory'][number]['models'][number] & {
  condition: Condition;
  target: number;
  /** Units that stand above or below what the target holds; null without a sale to measure by. */
  unitsApart: number | null;
};

/** Each model's days of supply beside the target; by how many units it is off, for days of a few units say little. */
export function SupplyCard({ overview }: { overview: Overview }) {
  const navigate = useNavigate();
  return (
    <Panel title={words.title} note={words.note} isFlush isFilling testId="supply-card">
      <DataTable
        caption={words.title}
        columns={COLUMNS}
        rows={rowsOf(overview)}
        rowKey={({ condition, make, model }) => `${condition} ${make} ${model}`}
        empty={words.empty}
        onOpenRow={({ condition, make, model }) =>
          void navigate({
            to: '/inventory',
            search: (before) => drillInto(before, { condition, make, model, status: 'available' }),
          })
        }
      />
    </Panel>
  );
}

/** The furthest from its target in units first; what did not sell at all comes after by its units. */
export function rowsOf({ inventory, targets }: Pick<Overview, 'inventory' | 'targets'>): Row[] {
  return inventory
    .flatMap(({ condition, models }) => {
      const target = targets.find((one) => one.condition === condition)?.daysSupply ?? 60;
      return models.map((model): Row => {
        const { daysSupply, availableUnits: units } = model;
        const unitsApart =
          daysSupply === null || daysSupply === 0 ? null : units - (units * target) / daysSupply;
        return { ...model, condition, target, unitsApart };
      });
    })
    .sort((a, b) => Math.abs(b.unitsApart ?? b.availableUnits) - Math.abs(a.unitsApart ?? a.availableUnits));
}

const COLUMNS: Column<Row>[] = [
  {
    id: 'segment',
    header: words.segment,
    render: ({ condition, model }) => texts.terms.modelOf[condition](model),
  },
  {
    id: 'units',
    header: words.units,
    isNumber: true,
    render: ({ availableUnits }) => formatCount(availableUnits),
  },
  {
    id: 'days',
    header: words.days,
    isNumber: true,
    render: ({ daysSupply }) => (daysSupply === null ? words.noSales : formatCount(daysSupply)),
  },
  { id: 'target', header: words.target, isNumber: true, render: ({ target }) => formatCount(target) },
  { id: 'apart', header: words.apart, isNumber: true, render: (row) => <Apart row={row} /> },
];

function Apart({ row: { daysSupply, target } }: { row: Row }) {
  if (daysSupply === null) return null;
  const isFar = Math.abs(daysSupply - target) > target / 2;
  return (
    <>
      {isFar && <ToneIcon tone="caution" size={13} />} {formatSigned(Math.round(daysSupply - target))}
    </>
  );
}
