/** What each way of ordering would have earned over the store's own last months, means over all replays. */
import type { PolicyResult, ReplayMeasures } from '@shared/contract/replay';
import type { ReportModel } from '@shared/contract/reports';
import { POLICY_WORDS, policyLabel, rivalOf } from '@shared/domain/ordering-policy';
import type { Workbook } from 'exceljs';
import type { TableColumn } from './add-table';
import { addTableSheet } from './add-table-sheet';
import type { NumberFormat } from './sheet-style';
import { dollars, sheetNote } from './workbook-input';

type Measure = keyof ReplayMeasures;
type Column = TableColumn<PolicyResult>;

const money = (key: Measure, header: string): Column => ({
  key,
  header,
  width: 14,
  format: 'money',
  value: ({ measures }) => dollars(Math.round(measures[key].mean)),
});

const mean = (key: Measure, header: string, format: NumberFormat): Column => ({
  key,
  header,
  width: 11,
  format,
  value: ({ measures }) => measures[key].mean,
});

const difference = (end: 'low' | 'mean' | 'high', header: string): Column => ({
  key: `difference_${end}`,
  header,
  width: 16,
  format: 'money',
  value: (result) => dollars(roundCents(rivalOf(result)?.differenceCents[end])),
});

const COLUMNS: readonly Column[] = [
  {
    key: 'policy',
    header: 'Way to order',
    width: 26,
    format: 'text',
    value: ({ policy }) => policyLabel(policy),
  },
  money('netGrossCents', 'Net gross'),
  difference('mean', 'Less the store’s'),
  difference('low', '95 % from'),
  difference('high', 'to'),
  {
    key: 'p',
    header: 'p (paired t)',
    width: 11,
    format: 'score',
    value: (result) => rivalOf(result)?.pValue ?? null,
  },
  money('grossCents', 'Gross'),
  money('interestCents', 'Interest'),
  money('otherHoldingCents', 'Other holding'),
  mean('turn', 'Turn', 'turns'),
  mean('meanStock', 'Mean stock', 'decimal'),
  mean('orderedUnits', 'Ordered', 'decimal'),
  mean('soldUnits', 'Sold', 'decimal'),
  mean('lostSales', 'Lost sales', 'decimal'),
  mean('agedUnits', 'Aged', 'decimal'),
  {
    key: 'meaning',
    header: 'How it orders',
    width: 70,
    format: 'text',
    value: ({ policy }) => POLICY_WORDS[policy].meaning,
  },
];

export function addReplaySheet(workbook: Workbook, model: ReportModel): void {
  const { replay } = model;
  const footer = sheetNote(model);
  addTableSheet(workbook, {
    name: 'Replay',
    title: 'What each way of ordering would have earned',
    subtitle: replay
      ? `${replay.from} to ${replay.to} · ${replay.cycles} orders · ${replay.replays} replays, seed ${replay.seed} · net gross is gross less interest, other holding cost and the erosion of what still stands`
      : footer,
    footer,
    columns: COLUMNS,
    rows: replay?.policies ?? [],
    emptyText: 'No replay was run yet.',
    frozenColumns: 1,
  });
}

function roundCents(cents: number | undefined): number | null {
  return cents === undefined ? null : Math.round(cents);
}
