import type { PolicyResult } from '@shared/contract/replay';
import { POLICY_WORDS, rivalOf } from '@shared/domain/ordering-policy';
import { type Column, DataTable } from '../../components/data-table';
import { Panel } from '../../components/panel';
import { StatusPill } from '../../components/status-pill';
import { formatCount, formatDecimal, formatMoneyCompact } from '../../lib/format';
import { describeDifference, verdictOf } from '../../lib/policy-words';

const TONES = { better: 'good', worse: 'act', open: 'neutral' } as const;

const COLUMNS: Column<PolicyResult>[] = [
  {
    id: 'policy',
    header: 'Policy',
    render: ({ policy }) => <span title={POLICY_WORDS[policy].meaning}>{POLICY_WORDS[policy].label}</span>,
  },
  {
    id: 'net',
    header: 'Net gross',
    meaning: 'Gross less interest, other holding cost and the erosion of what still stands',
    isNumber: true,
    render: ({ measures }) => formatMoneyCompact(measures.netGrossCents.mean),
    sortBy: ({ measures }) => measures.netGrossCents.mean,
  },
  {
    id: 'difference',
    header: 'Against what the store did',
    meaning: 'Difference of net gross with its 95 % interval, replay by replay',
    render: (result) => <Difference result={result} />,
  },
  number('turn', 'Turn', 'Units sold in a year over mean stock', ({ measures }) =>
    formatDecimal(measures.turn.mean),
  ),
  number('stock', 'Mean stock', 'Units standing on a mean day', ({ measures }) =>
    formatCount(measures.meanStock.mean),
  ),
  number('sold', 'Sold', 'Units', ({ measures }) => formatCount(measures.soldUnits.mean)),
  number('lost', 'Lost sales', 'Customers who found nothing they would take', ({ measures }) =>
    formatCount(measures.lostSales.mean),
  ),
  number('aged', 'Aged', 'Units that passed the aged days', ({ measures }) =>
    formatCount(measures.agedUnits.mean),
  ),
  number('interest', 'Interest', 'Floor-plan interest', ({ measures }) =>
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
    <Panel title="Policies" isFlush>
      <DataTable
        caption="Policies compared"
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
  if (!rival) return '–';
  const verdict = verdictOf(rival);
  const p =
    rival.pValue === null ? '' : `, p ${rival.pValue < 0.001 ? 'below 0.001' : rival.pValue.toFixed(3)}`;
  return (
    <StatusPill tone={TONES[verdict]} title={`Better in ${rival.betterReplays} replays${p}`}>
      {describeDifference(rival)}
    </StatusPill>
  );
}
