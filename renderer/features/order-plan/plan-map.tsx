import { Skeleton } from '@mantine/core';
import type { Plan } from '@shared/contract/plan';
import type { PlanMapPoint } from '@shared/contract/plan-evidence';
import { useQuery } from '@tanstack/react-query';
import type { Data } from 'plotly.js';
import { useCallback } from 'react';
import { Chart } from '../../components/chart';
import type { ChartColors } from '../../components/chart-theme';
import { QueryView } from '../../components/query-view';
import { orpc } from '../../lib/engine-client';
import { formatMoney, formatQuantity } from '../../lib/format';
import { texts } from '../../texts/texts';

const words = texts.orderPlan.limits.map;

/** Where money is made quickly: what the next unit of each build brings against the days it takes to sell. */
export function PlanMap({ plan }: { plan: Plan }) {
  const map = useQuery(orpc.plan.getMap.queryOptions({ input: { planId: plan.id } }));
  return (
    <QueryView query={map} loading={<Skeleton height="100%" radius="lg" />}>
      {({ points }) => <MapChart points={points} />}
    </QueryView>
  );
}

type MappedPoint = PlanMapPoint & { medianDays: number };

function MapChart({ points }: { points: readonly PlanMapPoint[] }) {
  const mapped = points.filter((point): point is MappedPoint => point.medianDays !== null);
  const unmapped = points.length - mapped.length;
  const draw = useCallback(
    (colors: ChartColors) => ({
      data: [
        scatter(
          words.notOrdered,
          mapped.filter(({ quantity }) => quantity === 0),
          colors.dim,
        ),
        scatter(
          words.ordered,
          mapped.filter(({ quantity }) => quantity > 0),
          colors.accent,
        ),
      ],
      layout: {
        showlegend: true,
        legend: { orientation: 'h' as const, x: 0, y: 1.08 },
        margin: { l: 70, r: 16, t: 30, b: 44 },
        xaxis: { title: axisTitle(words.days, colors), rangemode: 'tozero' as const },
        yaxis: { title: axisTitle(words.brings, colors), tickformat: '$~s', zeroline: true },
        shapes: [
          {
            type: 'line' as const,
            x0: 0,
            x1: 1,
            xref: 'paper' as const,
            y0: 0,
            y1: 0,
            line: { color: colors.border, width: 1 },
          },
        ],
      },
    }),
    [mapped],
  );
  return (
    <Chart
      name="plan-map"
      title={words.title}
      note={unmapped > 0 ? words.noteUnmapped(formatQuantity(unmapped, 'build')) : words.note}
      summary={words.summary(mapped.length, mapped.filter(({ quantity }) => quantity > 0).length)}
      isFilling
      height={280}
      draw={draw}
      table={{
        columns: [words.columns.build, words.columns.days, words.columns.brings, words.columns.ordered],
        rows: mapped.map(({ title, medianDays, firstUnitCents, quantity }) => [
          title,
          medianDays,
          Math.round(firstUnitCents / 100),
          quantity,
        ]),
      }}
    />
  );
}

function axisTitle(text: string, colors: ChartColors) {
  return { text, font: { color: colors.dim, size: 11 } };
}

function scatter(name: string, points: readonly MappedPoint[], color: string): Data {
  return {
    type: 'scatter',
    mode: 'markers',
    name,
    x: points.map(({ medianDays }) => medianDays),
    y: points.map(({ firstUnitCents }) => firstUnitCents / 100),
    text: points.map(({ title, firstUnitCents, medianDays, quantity }) =>
      words.point(title, formatMoney(firstUnitCents), medianDays, quantity),
    ),
    hovertemplate: '%{text}<extra></extra>',
    marker: { color, size: points.map(({ quantity }) => 8 + 4 * Math.min(6, quantity)), opacity: 0.85 },
  };
}
