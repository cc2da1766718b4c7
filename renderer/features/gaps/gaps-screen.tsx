import { SegmentedControl, Skeleton } from '@mantine/core';
import type { Gap } from '@shared/contract/plan-gaps';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { DataTable } from '../../components/data-table';
import { EmptyState } from '../../components/empty-state';
import { Panel } from '../../components/panel';
import { QueryView } from '../../components/query-view';
import { Screen } from '../../components/screen';
import { TotalStrip } from '../../components/total-strip';
import { useFilteredScope } from '../../lib/data-filter';
import { orpc } from '../../lib/engine-client';
import { formatCount, formatDay, formatQuantity } from '../../lib/format';
import { texts } from '../../texts/texts';
import { newColumns, usedColumns } from './gap-columns';

const words = texts.gaps;

const route = getRouteApi('/gaps');

/** What to get and what to reduce: stock and pipeline against the ideal mix. */
export function GapsScreen() {
  const { level = 'model' } = route.useSearch();
  const scope = useFilteredScope();
  const type = scope.filter?.condition ?? 'new';
  const navigate = route.useNavigate();
  const gaps = useQuery(orpc.plan.listGaps.queryOptions({ input: { ...scope, level } }));
  const show = (search: { level?: 'trim' | undefined; condition?: 'new' | 'used' }) =>
    void navigate({ search: (before) => ({ ...before, ...search }), replace: true });
  return (
    <Screen
      name="gaps"
      title={words.title}
      isFilling
      lead={gaps.data && words.lead(formatDay(gaps.data.asOf))}
      actions={
        <>
          <SegmentedControl
            aria-label={words.condition}
            data={[
              { value: 'new', label: texts.terms.conditions.new },
              { value: 'used', label: texts.terms.conditions.used },
            ]}
            value={type}
            onChange={(value) => show({ condition: value === 'used' ? 'used' : 'new' })}
            data-testid="gaps-type"
          />
          <SegmentedControl
            aria-label={words.level}
            data={[
              { value: 'model', label: words.levels.model },
              { value: 'trim', label: words.levels.trim },
            ]}
            value={level}
            onChange={(value) => show({ level: value === 'trim' ? 'trim' : undefined })}
            data-testid="gaps-level"
          />
        </>
      }
    >
      <QueryView query={gaps} loading={<Skeleton height="100%" radius="lg" />}>
        {(list) => (
          <GapList
            rows={list.gaps.filter((gap) => gap.condition === type)}
            hasForecast={list.forecastRunId !== null}
            type={type}
          />
        )}
      </QueryView>
    </Screen>
  );
}

type ListProps = { rows: Gap[]; hasForecast: boolean; type: 'new' | 'used' };

function GapList({ rows, hasForecast, type }: ListProps) {
  const hasMakes = new Set(rows.map(({ make }) => make)).size > 1;
  if (rows.length === 0) {
    return <EmptyState title={words.none}>{words.noneAbout[type]}</EmptyState>;
  }
  return (
    <>
      <TotalStrip label={words.totals.label} totals={totalsOf(rows, type)} testIdPrefix="gaps" />
      <Panel
        isFlush
        isFilling
        testId="gaps"
        title={formatQuantity(rows.length, 'segment')}
        note={type === 'new' && !hasForecast ? words.note.newWithoutForecast : words.note[type]}
      >
        <DataTable
          caption={words.caption}
          columns={type === 'new' ? newColumns(hasMakes) : usedColumns(hasMakes)}
          rows={rows}
          rowKey={(gap) => [gap.make, gap.model, gap.trim].join('|')}
          initialSort={{ id: 'gap', direction: 'desc' }}
          testId="gaps-table"
        />
      </Panel>
    </>
  );
}

function totalsOf(rows: readonly Gap[], type: 'new' | 'used') {
  const short = rows.filter(({ gap }) => gap > 0);
  const over = rows.filter(({ gap }) => gap < 0);
  const sum = (gaps: readonly Gap[]) => gaps.reduce((total, { gap }) => total + Math.abs(gap), 0);
  const core = rows.filter(({ isCore }) => isCore);
  const here = (gaps: readonly Gap[]) => gaps.reduce((total, { available }) => total + available, 0);
  const share = here(rows) === 0 ? 0 : Math.round((100 * here(core)) / here(rows));
  return [
    {
      name: 'short',
      label: type === 'new' ? words.totals.toOrder : words.totals.toBuy,
      value: `+${formatCount(sum(short))}`,
      note: words.totals.unitsIn(formatQuantity(short.length, 'segment')),
    },
    {
      name: 'over',
      label: words.totals.over,
      value: `−${formatCount(sum(over))}`,
      note: words.totals.unitsIn(formatQuantity(over.length, 'segment')),
    },
    {
      name: 'core-short',
      label: words.totals.coreShort,
      value: formatCount(core.filter(({ gap }) => gap > 0).length),
      note: words.totals.coreShortNote,
    },
    {
      name: 'core-share',
      label: words.totals.coreShare,
      value: `${share} %`,
      note: words.totals.coreShareNote,
    },
  ];
}
