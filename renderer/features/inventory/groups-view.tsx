import { Select, Skeleton } from '@mantine/core';
import type { StockFilter } from '@shared/contract/inventory';
import { type StockGroup, type StockGroupRow, stockGroupSchema } from '@shared/contract/inventory-analysis';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Data } from 'plotly.js';
import { useCallback, useMemo } from 'react';
import { Chart } from '../../components/chart';
import type { ChartColors } from '../../components/chart-theme';
import { type Column, DataTable } from '../../components/data-table';
import { Panel } from '../../components/panel';
import { QueryView } from '../../components/query-view';
import { orpc } from '../../lib/engine-client';
import { formatCount, formatDays, formatMoney, formatPercent } from '../../lib/format';
import { useScope } from '../../lib/session-store';
import { texts } from '../../texts/texts';
import type { InventorySearch } from './inventory-search';
import { STATUS_WORDS } from './stock-words';

const words = texts.inventory.groups;

type Props = {
  filter: StockFilter;
  by: StockGroup;
  onBy(by: StockGroup): void;
  /** Shows the list of the units behind a group. */
  onDrill(filter: Partial<InventorySearch>): void;
};

const BY_LABELS: Record<StockGroup, string> = words.by;

/** The mix of the stock by one attribute; a group leads to its units. */
export function GroupsView({ filter, by, onBy, onDrill }: Props) {
  const scope = useScope();
  const groups = useQuery(
    orpc.inventory.listGroups.queryOptions({
      input: { ...scope, filter, by },
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <QueryView query={groups} loading={<Skeleton height={420} radius="lg" data-testid="loading" />}>
      {(found) => (
        <>
          <MixChart rows={found.groups} by={by} onBy={onBy} onDrill={onDrill} />
          <Panel title={words.title(BY_LABELS[by])} note={words.note} isFlush>
            <DataTable
              caption={words.caption(BY_LABELS[by])}
              columns={columns(by, found.groups)}
              rows={found.groups}
              rowKey={keyOf}
              initialSort={{ id: 'units', direction: 'desc' }}
              onOpenRow={(row) => onDrill(drillOf(row, by))}
              empty={words.empty}
              testId="stock-groups"
            />
          </Panel>
        </>
      )}
    </QueryView>
  );
}

function keyOf({ condition, make, model, value }: StockGroupRow): string {
  return [condition, make, model, value].join('|');
}

function nameOf({ make, model, value }: StockGroupRow, by: StockGroup): string {
  if (value === null) return words.notStated;
  if (by === 'model') return `${make} ${value}`;
  if (by === 'trim') return `${model} ${value}`;
  return by === 'status' ? (STATUS_WORDS[value as keyof typeof STATUS_WORDS] ?? value) : value;
}

/** What the list can be narrowed by; the rest is found by its text. */
function drillOf(row: StockGroupRow, by: StockGroup): Partial<InventorySearch> {
  const { condition, make, model, value } = row;
  const base = { condition, view: undefined };
  if (value === null) return base;
  if (by === 'model') return { ...base, make: make ?? undefined, model: value };
  if (by === 'trim') return { ...base, make: make ?? undefined, model: model ?? undefined, trim: value };
  if (by === 'status') return { ...base, status: value as InventorySearch['status'] };
  return by === 'exteriorColor' ? { ...base, text: value } : base;
}

const MOST_BARS = 24;

type MixProps = Pick<Props, 'by' | 'onBy' | 'onDrill'> & { rows: readonly StockGroupRow[] };

function MixChart({ rows, by, onBy, onDrill }: MixProps) {
  const names = useMemo(
    () => [...new Set(rows.map((row) => nameOf(row, by)))].slice(0, MOST_BARS),
    [rows, by],
  );
  const draw = useCallback(
    (colors: ChartColors) => ({
      data: (['new', 'used'] as const).map(
        (condition): Data => ({
          type: 'bar',
          name: texts.terms.conditions[condition],
          x: names,
          y: names.map((name) => unitsOf(rows, by, name, condition)),
          marker: { color: colors[condition] },
          hovertemplate: `${words.hover[condition]}<extra></extra>`,
        }),
      ),
      layout: { barmode: 'stack' as const },
    }),
    [rows, by, names],
  );
  const table = useMemo(
    () => ({
      columns: [BY_LABELS[by], texts.terms.conditions.new, texts.terms.conditions.used],
      rows: names.map((name) => [name, unitsOf(rows, by, name, 'new'), unitsOf(rows, by, name, 'used')]),
    }),
    [rows, by, names],
  );
  const pick = useCallback(
    (name: string, traceName: string) => {
      const row = rows.find(
        (one) => nameOf(one, by) === name && texts.terms.conditions[one.condition] === traceName,
      );
      if (row) onDrill(drillOf(row, by));
    },
    [rows, by, onDrill],
  );
  return (
    <Chart
      name="stock-mix"
      title={words.mix}
      note={names.length === MOST_BARS ? words.mixNoteOfMost(MOST_BARS) : words.mixNote}
      summary={words.mixSummary(BY_LABELS[by], names.slice(0, 3))}
      draw={draw}
      table={table}
      height={220}
      onPick={pick}
      actions={
        <Select
          aria-label={words.groupBy}
          size="xs"
          data={stockGroupSchema.options.map((value) => ({ value, label: BY_LABELS[value] }))}
          value={by}
          onChange={(value) => onBy(stockGroupSchema.catch('model').parse(value))}
          allowDeselect={false}
          data-testid="group-by"
        />
      }
    />
  );
}

function unitsOf(
  rows: readonly StockGroupRow[],
  by: StockGroup,
  name: string,
  condition: 'new' | 'used',
): number {
  return rows
    .filter((row) => row.condition === condition && nameOf(row, by) === name)
    .reduce((sum, { units }) => sum + units, 0);
}

function columns(by: StockGroup, rows: readonly StockGroupRow[]): Column<StockGroupRow>[] {
  const all = rows.reduce((sum, { units }) => sum + units, 0);
  return [
    {
      id: 'name',
      header: BY_LABELS[by],
      render: (row) => nameOf(row, by),
      sortBy: (row) => nameOf(row, by),
    },
    {
      id: 'condition',
      header: words.condition,
      render: ({ condition }) => texts.terms.conditions[condition],
      sortBy: ({ condition }) => condition,
    },
    number('units', words.units, ({ units }) => units, formatCount),
    number('share', words.share, ({ units }) => units / Math.max(1, all), formatPercent),
    number('cost', words.cost, ({ costCents }) => costCents, formatMoney),
    number('age', words.medianAge, ({ medianAgeDays }) => medianAgeDays, formatDays),
    number('aged', words.aged, ({ agedUnits }) => agedUnits, formatCount),
    number('holding', words.holding, ({ holdingCentsPerDay }) => holdingCentsPerDay, formatMoney),
  ];
}

function number(
  id: string,
  header: string,
  of: (row: StockGroupRow) => number | null,
  write: (value: number | null) => string,
): Column<StockGroupRow> {
  return { id, header, isNumber: true, render: (row) => write(of(row)), sortBy: of };
}
