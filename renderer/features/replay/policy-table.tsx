import type { PolicyComparison, PolicyResult } from '@shared/contract/replay';
import { POLICY_WORDS, rivalOf } from '@shared/domain/ordering-policy';
import { type Column, DataTable } from '../../components/data-table';
import { Panel } from '../../components/panel';
import { StatusPill } from '../../components/status-pill';
import { formatCount, formatDecimal, formatMoneyCompact, MISSING } from '../../lib/format';
import { describeDifference, verdictOf } from '../../lib/policy-words';
import { texts } from '../../texts/texts';

const words = texts.replay.policies;

const TONES = { better: 'good', worse: 'act', open: 'neutral' } as const;

const COLUMNS: Column<PolicyResult>[] = [
  {
    id: 'policy',
    header: words.columns.policy,
    render: ({ policy }) => <span title={POLICY_WORDS[policy].meaning}>{POLICY_WORDS[policy].label}</span>,
  },
  {
    id: 'net',
    header: words.columns.net,
    meaning: words.columns.netMeans,
    isNumber: true,
    render: ({ measures }) => formatMoneyCompact(measures.netGrossCents.mean),
    sortBy: ({ measures }) => measures.netGrossCents.mean,
  },
  {
    id: 'difference',
    header: words.columns.difference,
    meaning: words.columns.differenceMeans,
    render: (result) => <Difference result={result} />,
  },
  number('turn', words.columns.turn, words.columns.turnMeans, ({ measures }) =>
    formatDecimal(measures.turn.mean),
  ),
  number('stock', words.columns.stock, words.columns.stockMeans, ({ measures }) =>
    formatCount(measures.meanStock.mean),
  ),
  number('sold', words.columns.sold, words.columns.soldMeans, ({ measures }) =>
    formatCount(measures.soldUnits.mean),
  ),
  number('lost', words.columns.lost, words.columns.lostMeans, ({ measures }) =>
    formatCount(measures.lostSales.mean),
  ),
  number('aged', words.columns.aged, words.columns.agedMeans, ({ measures }) =>
    formatCount(measures.agedUnits.mean),
  ),
  number('interest', words.columns.interest, words.columns.interestMeans, ({ measures }) =>
    formatMoneyCompact(measures.interestCents.mean),
  ),
];

function number(
  id: string,
  header: string,
  meaning: string,
  render: Column<PolicyResult>['render'],
): Column<PolicyResult> {
  return { id, header, meaning, isNumber: true, render };
}

/** All measures of all policies, means over the replays. */
export function PolicyTable({ policies }: { policies: PolicyResult[] }) {
  return (
    <Panel title={words.title} isFlush>
      <DataTable
        caption={words.caption}
        columns={COLUMNS}
        rows={policies}
        rowKey={({ policy }) => policy}
        testId="replay-policies"
      />
    </Panel>
  );
}

function Difference({ result }: { result: PolicyResult }) {
  const rival = rivalOf(result);
  if (!rival) return MISSING;
  const verdict = verdictOf(rival);
  return (
    <StatusPill tone={TONES[verdict]} title={betterIn(rival)}>
      {describeDifference(rival)}
    </StatusPill>
  );
}

function betterIn({ betterReplays, pValue }: PolicyComparison): string {
  if (pValue === null) return words.better(betterReplays);
  return words.betterWithP(betterReplays, pValue < 0.001 ? words.belowThousandth : formatDecimal(pValue, 3));
}
