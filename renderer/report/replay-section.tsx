import type { PolicyResult } from '@shared/contract/replay';
import type { ReportModel } from '@shared/contract/reports';
import { policyLabel, rivalOf } from '@shared/domain/ordering-policy';
import { formatCount, formatDay, formatDecimal, formatMoney, formatQuantity } from '../lib/format';
import { describeDifference } from '../lib/policy-words';
import { texts } from '../texts/texts';
import { type PrintColumn, PrintTable } from './print-table';
import { Section } from './section';

const words = texts.report.record.replay;

/** What each way of ordering would have earned over the store's own last months. */
export function ReplaySection({ model: { replay } }: { model: ReportModel }) {
  if (!replay)
    return (
      <Section title={words.title} note={words.none}>
        <p className="headline">{words.noneAbout}</p>
      </Section>
    );
  return (
    <Section
      title={words.title}
      note={words.note({
        from: formatDay(replay.from),
        to: formatDay(replay.to),
        orders: formatQuantity(replay.cycles, 'order'),
        times: formatQuantity(replay.replays, 'time'),
        seed: replay.seed,
      })}
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
    header: words.policy,
    cell: ({ policy }) => policyLabel(policy),
    width: '22%',
  },
  {
    header: words.net,
    isNumber: true,
    cell: ({ measures }) => formatMoney(measures.netGrossCents.mean),
  },
  {
    header: words.difference,
    cell: (result) => {
      const rival = rivalOf(result);
      return rival ? describeDifference(rival) : '–';
    },
    width: '24%',
  },
  { header: words.turn, isNumber: true, cell: ({ measures }) => formatDecimal(measures.turn.mean) },
  { header: words.stock, isNumber: true, cell: ({ measures }) => formatCount(measures.meanStock.mean) },
  { header: words.sold, isNumber: true, cell: ({ measures }) => formatCount(measures.soldUnits.mean) },
  { header: words.lost, isNumber: true, cell: ({ measures }) => formatCount(measures.lostSales.mean) },
  { header: words.aged, isNumber: true, cell: ({ measures }) => formatCount(measures.agedUnits.mean) },
  {
    header: words.interest,
    isNumber: true,
    cell: ({ measures }) => formatMoney(measures.interestCents.mean),
  },
];
