import { Skeleton } from '@mantine/core';
import type { StockFilter } from '@shared/contract/inventory';
import type { AgeHeatMap } from '@shared/contract/inventory-analysis';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ChartTable } from '../../components/chart-frame';
import { DrawnChart } from '../../components/drawn-chart';
import { EmptyState } from '../../components/empty-state';
import { QueryView } from '../../components/query-view';
import { orpc } from '../../lib/engine-client';
import { formatCount, formatMoney } from '../../lib/format';
import { useScope } from '../../lib/session-store';
import { texts } from '../../texts/texts';
import classes from './inventory.module.css';
import type { InventorySearch } from './inventory-search';

const words = texts.inventory.ages;

type Props = { filter: StockFilter; onDrill(filter: Partial<InventorySearch>): void };

/** Where the old units are: models down, ages across; each field leads to its units. */
export function AgesView({ filter, onDrill }: Props) {
  const scope = useScope();
  const heat = useQuery(
    orpc.inventory.getHeatMap.queryOptions({
      input: { ...scope, filter },
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <QueryView query={heat} loading={<Skeleton height={420} radius="lg" data-testid="loading" />}>
      {({ conditions }) =>
        conditions.length === 0 ? (
          <EmptyState title={texts.inventory.none}>{texts.inventory.noneAbout}</EmptyState>
        ) : (
          conditions.map((one) => <HeatPanel key={one.condition} heat={one} onDrill={onDrill} />)
        )
      }
    </QueryView>
  );
}

type Heat = AgeHeatMap['conditions'][number];

function HeatPanel({ heat, onDrill }: { heat: Heat; onDrill: Props['onDrill'] }) {
  const { condition, buckets, models } = heat;
  const most = Math.max(1, ...models.flatMap(({ cells }) => cells.map(({ units }) => units)));
  return (
    <DrawnChart
      name={`ages-${condition}`}
      title={words.title[condition]}
      note={words.note}
      table={tableOf(heat)}
    >
      <table className={classes.heat} data-testid={`heat-${condition}`}>
        <thead>
          <tr>
            <th scope="col">{words.model}</th>
            {buckets.map(({ label }) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
            <th scope="col">{words.all}</th>
          </tr>
        </thead>
        <tbody>
          {models.map(({ make, model, units, cells }) => (
            <tr key={`${make} ${model}`}>
              <th scope="row">
                {make} {model}
              </th>
              {buckets.map(({ label, fromDays, toDays, isAged }, index) => {
                const cell = cells[index] ?? { units: 0, costCents: 0 };
                return (
                  <td key={label}>
                    <HeatCell
                      cell={cell}
                      share={cell.units / most}
                      isAged={isAged}
                      name={words.cell(`${make} ${model}`, label)}
                      onPick={() =>
                        onDrill({
                          ...{ condition, make, model, view: undefined },
                          ...{ minAgeDays: fromDays, maxAgeDays: toDays ?? undefined },
                        })
                      }
                    />
                  </td>
                );
              })}
              <td>{formatCount(units)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </DrawnChart>
  );
}

function tableOf({ buckets, models }: Heat): ChartTable {
  return {
    columns: [words.model, ...buckets.map(({ label }) => label), words.all],
    rows: models.map(({ make, model, units, cells }) => [
      `${make} ${model}`,
      ...buckets.map((_bucket, index) => formatCount(cells[index]?.units ?? 0)),
      formatCount(units),
    ]),
  };
}

type CellProps = {
  cell: { units: number; costCents: number };
  share: number;
  isAged: boolean;
  name: string;
  onPick(): void;
};

function HeatCell({ cell, share, isAged, name, onPick }: CellProps) {
  if (cell.units === 0) return <span className={classes.cell} />;
  const percent = Math.round(8 + 42 * Math.sqrt(share));
  const tone = isAged ? 'var(--doso-act)' : 'var(--doso-new)';
  return (
    <button
      type="button"
      className={classes.cell}
      data-aged={isAged || undefined}
      style={{ background: `color-mix(in srgb, ${tone} ${percent}%, var(--doso-surface))` }}
      title={words.cost(name, formatMoney(cell.costCents))}
      aria-label={words.units(name, formatCount(cell.units))}
      onClick={onPick}
    >
      {formatCount(cell.units)}
    </button>
  );
}
