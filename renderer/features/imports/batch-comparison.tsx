import { Button, SegmentedControl, Skeleton } from '@mantine/core';
import type {
  BatchChange,
  ComparedRow,
  BatchComparison as Comparison,
} from '@shared/contract/import-accounting';
import { fieldWord } from '@shared/domain/field-words';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Column, DataTable } from '../../components/data-table';
import { QueryView } from '../../components/query-view';
import { StatusPill } from '../../components/status-pill';
import type { Tone } from '../../components/tone';
import { orpc } from '../../lib/engine-client';
import { formatCount, formatDay, formatMoney } from '../../lib/format';
import { texts } from '../../texts/texts';
import classes from './batch-comparison.module.css';

const words = texts.imports.batch.comparison;

const PAGE = 100;
const CHANGE_TONES: Record<BatchChange, Tone | 'neutral'> = {
  added: 'good',
  changed: 'neutral',
  gone: 'caution',
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
            aria-label={words.which}
            data={choices(data.counts)}
            value={change ?? 'all'}
            onChange={(value) => setChange(isChange(value) ? value : null)}
          />
          <div className={classes.table}>
            <DataTable
              caption={words.caption}
              columns={COLUMNS}
              rows={data.rows}
              rowKey={({ change: what, storeCode, key }) => `${what} ${storeCode} ${key}`}
              maxHeight={360}
              empty={words.none}
            />
          </div>
          {data.total > data.rows.length && (
            <Button variant="subtle" onClick={() => setLimit(Math.min(1000, limit + PAGE))}>
              {words.more(formatCount(data.total))}
            </Button>
          )}
        </div>
      )}
    </QueryView>
  );
}

function describePrevious({ previous, counts, comparedFrom, comparedTo }: Comparison): string {
  if (previous === null) return words.first;
  const period =
    comparedFrom && comparedTo ? words.period(formatDay(comparedFrom), formatDay(comparedTo)) : '';
  return words.beside({
    file: previous.file,
    asOf: formatDay(previous.asOf),
    same: formatCount(counts.same),
    period,
  });
}

function choices({ added, changed, gone }: Comparison['counts']) {
  return [
    { value: 'all', label: words.all(formatCount(added + changed + gone)) },
    { value: 'added', label: words.added(formatCount(added)) },
    { value: 'changed', label: words.changed(formatCount(changed)) },
    { value: 'gone', label: words.gone(formatCount(gone)) },
  ];
}

function isChange(value: string): value is BatchChange {
  return value in CHANGE_TONES;
}

const COLUMNS: Column<ComparedRow>[] = [
  {
    id: 'change',
    header: '',
    width: 96,
    render: ({ change }) => <StatusPill tone={CHANGE_TONES[change]}>{words.changes[change]}</StatusPill>,
  },
  { id: 'key', header: words.record, render: ({ key }) => <strong>{key}</strong> },
  { id: 'subject', header: words.what, render: ({ subject }) => subject },
  {
    id: 'fields',
    header: words.whatChanged,
    render: ({ fields }) => <span className={classes.fields}>{fields.map(describeField).join('; ')}</span>,
  },
];

function describeField({ field, from, to, isMoney }: ComparedRow['fields'][number]): string {
  const write = (value: string | null) =>
    value === null ? words.notStated : isMoney ? formatMoney(Number(value)) : value;
  return `${fieldWord(field)} ${write(from)} → ${write(to)}`;
}
