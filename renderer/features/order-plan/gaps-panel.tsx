import { SegmentedControl, Skeleton } from '@mantine/core';
import type { Gap } from '@shared/contract/plan-gaps';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Column, DataTable } from '../../components/data-table';
import { Delta } from '../../components/delta';
import { EmptyState } from '../../components/empty-state';
import { Panel } from '../../components/panel';
import { QueryView } from '../../components/query-view';
import { StatusPill } from '../../components/status-pill';
import { orpc } from '../../lib/engine-client';
import { capitalize, formatCount, formatDays, formatDecimal } from '../../lib/format';
import { useScope } from '../../lib/session-store';

/** Where the stock is short of the ideal mix, and where there is too much of it. */
export function GapsPanel() {
  const scope = useScope();
  const [level, setLevel] = useState<'model' | 'trim'>('model');
  const gaps = useQuery(orpc.plan.listGaps.queryOptions({ input: { ...scope, level } }));
  return (
    <Panel
      title="Gaps to the ideal mix"
      note="stock and pipeline against the forecast demand; + is short, − is too many"
      isFlush
      isFilling
      testId="gaps"
      actions={
        <SegmentedControl
          aria-label="Level"
          data={[
            { value: 'model', label: 'Models' },
            { value: 'trim', label: 'Trims' },
          ]}
          value={level}
          onChange={(value) => setLevel(value === 'trim' ? 'trim' : 'model')}
        />
      }
    >
      <QueryView query={gaps} loading={<Skeleton height={240} m="sm" />}>
        {({ gaps: rows }) =>
          rows.length === 0 ? (
            <EmptyState title="No gaps to show">
              Run the forecast first: gaps are measured against it.
            </EmptyState>
          ) : (
            <DataTable
              caption="Gaps to the ideal mix"
              columns={COLUMNS}
              rows={rows}
              rowKey={(gap) => [gap.condition, gap.make, gap.model, gap.trim].join('|')}
              initialSort={{ id: 'gap', direction: 'desc' }}
              testId="gaps-table"
            />
          )
        }
      </QueryView>
    </Panel>
  );
}

const COLUMNS: Column<Gap>[] = [
  {
    id: 'segment',
    header: 'Segment',
    render: ({ make, model, trim }) => [make, model, trim].filter(Boolean).join(' '),
    sortBy: ({ model, trim }) => `${model} ${trim ?? ''}`,
  },
  {
    id: 'condition',
    header: 'Type',
    render: ({ condition }) => capitalize(condition),
    sortBy: ({ condition }) => condition,
  },
  {
    id: 'gap',
    header: 'Action',
    isNumber: true,
    render: ({ gap }) => <Delta value={gap} />,
    sortBy: ({ gap }) => gap,
  },
  { id: 'words', header: '', render: ({ gap }) => <ActionPill gap={gap} /> },
  {
    id: 'available',
    header: 'Available',
    isNumber: true,
    render: ({ available }) => formatCount(available),
    sortBy: ({ available }) => available,
  },
  {
    id: 'pipeline',
    header: 'Coming',
    isNumber: true,
    render: ({ pipeline }) => formatCount(pipeline),
    sortBy: ({ pipeline }) => pipeline,
  },
  {
    id: 'ideal',
    header: 'Ideal',
    isNumber: true,
    render: ({ ideal }) => formatDecimal(ideal),
    sortBy: ({ ideal }) => ideal,
  },
  {
    id: 'demand',
    header: 'Demand a month',
    isNumber: true,
    render: ({ monthlyDemand }) => formatDecimal(monthlyDemand),
    sortBy: ({ monthlyDemand }) => monthlyDemand,
  },
  {
    id: 'supply',
    header: 'Days supply',
    isNumber: true,
    render: ({ daysSupply, note }) => (daysSupply === null ? (note ?? '–') : formatDays(daysSupply)),
    sortBy: ({ daysSupply }) => daysSupply,
  },
];

function ActionPill({ gap }: { gap: number }) {
  if (gap > 0) return <StatusPill tone="act">Stock {gap}</StatusPill>;
  if (gap < 0) return <StatusPill tone="caution">Reduce {-gap}</StatusPill>;
  return <StatusPill tone="good">In balance</StatusPill>;
}
