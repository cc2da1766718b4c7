import { Button, SegmentedControl, Skeleton } from '@mantine/core';
import type {
  BatchChange,
  ComparedRow,
  BatchComparison as Comparison,
} from '@shared/contract/import-accounting';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Column, DataTable } from '../../components/data-table';
import { QueryView } from '../../components/query-view';
import { StatusPill } from '../../components/status-pill';
import type { Tone } from '../../components/tone';
import { orpc } from '../../lib/engine-client';
import { formatCount, formatDay, formatMoney } from '../../lib/format';
import classes from './batch-comparison.module.css';
import { fieldWord } from './import-words';

const PAGE = 100;
const CHANGE_WORDS: Record<BatchChange, { word: string; tone: Tone | 'neutral' }> = {
  added: { word: 'Added', tone: 'good' },
  changed: { word: 'Changed', tone: 'neutral' },
  gone: { word: 'Gone', tone: 'caution' },
};

/** What differs between an import and the one of its kind and store before it. */
export function BatchComparison({ batchId }: { batchId: string }) {
  const [change, setChange] = useState<BatchChange | null>(null);
  const [limit, setLimit] = useState(PAGE);
  const comparison = useQuery(
    orpc.imports.compareBatch.queryOptions({
      input: { batchId, offset: 0, limit, ...(change && { change }) },
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <QueryView query={comparison} loading={<Skeleton height={120} />}>
      {(data) => (
        <div className={classes.part} data-testid="batch-comparison">
          <p className={classes.line}>{describePrevious(data)}</p>
          <SegmentedControl
            aria-label="Which differences"
            data={choices(data.counts)}
            value={change ?? 'all'}
            onChange={(value) => setChange(isChange(value) ? value : null)}
          />
          <div className={classes.table}>
            <DataTable
              caption="Differences from the import before"
              columns={COLUMNS}
              rows={data.rows}
              rowKey={({ change: what, storeCode, key }) => `${what} ${storeCode} ${key}`}
              maxHeight={360}
              empty="Nothing differs."
            />
          </div>
          {data.total > data.rows.length && (
            <Button variant="subtle" onClick={() => setLimit(Math.min(1000, limit + PAGE))}>
              Show more of {formatCount(data.total)}
            </Button>
          )}
        </div>
      )}
    </QueryView>
  );
}

function describePrevious({ previous, counts, comparedFrom, comparedTo }: Comparison): string {
  if (previous === null) return 'The first import of its kind for this store: everything in it is new.';
  const period =
    comparedFrom && comparedTo
      ? ` Deals sold from ${formatDay(comparedFrom)} to ${formatDay(comparedTo)}, which both files cover, are compared.`
      : '';
  return `Beside ${previous.file}, as of ${formatDay(previous.asOf)}: ${formatCount(counts.same)} are the same.${period}`;
}

function choices({ added, changed, gone }: Comparison['counts']) {
  return [
    { value: 'all', label: `All ${formatCount(added + changed + gone)}` },
    { value: 'added', label: `Added ${formatCount(added)}` },
    { value: 'changed', label: `Changed ${formatCount(changed)}` },
    { value: 'gone', label: `Gone ${formatCount(gone)}` },
  ];
}

function isChange(value: string): value is BatchChange {
  return value in CHANGE_WORDS;
}

const COLUMNS: Column<ComparedRow>[] = [
  {
    id: 'change',
    header: '',
    width: 96,
    render: ({ change }) => (
      <StatusPill tone={CHANGE_WORDS[change].tone}>{CHANGE_WORDS[change].word}</StatusPill>
    ),
  },
  { id: 'key', header: 'Record', render: ({ key }) => <strong>{key}</strong> },
  { id: 'subject', header: 'What it is', render: ({ subject }) => subject },
  {
    id: 'fields',
    header: 'What changed',
    render: ({ fields }) => <span className={classes.fields}>{fields.map(describeField).join('; ')}</span>,
  },
];

function describeField({ field, from, to, isMoney }: ComparedRow['fields'][number]): string {
  const write = (value: string | null) =>
    value === null ? 'not stated' : isMoney ? formatMoney(Number(value)) : value;
  return `${fieldWord(field.replace(/Cents$/, ''))} ${write(from)} → ${write(to)}`;
}
