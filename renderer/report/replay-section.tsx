import type { PolicyResult } from '@shared/contract/replay';
import type { ReportModel } from '@shared/contract/reports';
import { policyLabel, rivalOf } from '@shared/domain/ordering-policy';
import { formatCount, formatDay, formatDecimal, formatMoney, formatQuantity } from '../lib/format';
import { describeDifference } from '../lib/policy-words';
import { type PrintColumn, PrintTable } from './print-table';
import { Section } from './section';

/** What each way of ordering would have earned over the store's own last months. */
export function ReplaySection({ model: { replay } }: { model: ReportModel }) {
  if (!replay)
    return (
      <Section title="Replay of past months" note="What other ways to order would have earned.">
        <p className="headline">No replay was run yet.</p>
      </Section>
    );
  return (
    <Section
      title="Replay of past months"
      note={`${formatDay(replay.from)} to ${formatDay(replay.to)}, ${formatQuantity(replay.cycles, 'order')}, lived through ${formatQuantity(replay.replays, 'time')} with other customers drawn (seed ${replay.seed}). Every policy meets the same customers. Means, with 95 % intervals of the difference.`}
    >
      <PrintTable columns={COLUMNS} rows={replay.policies} keyOf={({ policy }) => policy} isDense />
      {replay.notes.map((note) => (
        <p key={note} className="more">
          {note}
        </p>
      ))}
    </Section>
  );
}

const COLUMNS: readonly PrintColumn<PolicyResult>[] = [
  {
    header: 'Way to order',
    cell: ({ policy }) => policyLabel(policy),
    width: '22%',
  },
  {
    header: 'Net gross',
    isNumber: true,
    cell: ({ measures }) => formatMoney(measures.netGrossCents.mean),
  },
  {
    header: 'Against the store',
    cell: (result) => {
      const rival = rivalOf(result);
      return rival ? describeDifference(rival) : '–';
    },
    width: '24%',
  },
  { header: 'Turn', isNumber: true, cell: ({ measures }) => formatDecimal(measures.turn.mean) },
  { header: 'Mean stock', isNumber: true, cell: ({ measures }) => formatCount(measures.meanStock.mean) },
  { header: 'Sold', isNumber: true, cell: ({ measures }) => formatCount(measures.soldUnits.mean) },
  { header: 'Lost', isNumber: true, cell: ({ measures }) => formatCount(measures.lostSales.mean) },
  { header: 'Aged', isNumber: true, cell: ({ measures }) => formatCount(measures.agedUnits.mean) },
  { header: 'Interest', isNumber: true, cell: ({ measures }) => formatMoney(measures.interestCents.mean) },
];
