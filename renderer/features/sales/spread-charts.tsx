import type { SalesAnalysis } from '@shared/contract/sales-analysis';
import { dollarsFromCents } from '@shared/domain/money';
import type { Data } from 'plotly.js';
import { useCallback, useMemo } from 'react';
import { Chart } from '../../components/chart';
import type { ChartColors } from '../../components/chart-theme';
import {
  formatCount,
  formatDays,
  formatMoney,
  formatPercent,
  formatQuantity,
  moneyTicks,
} from '../../lib/format';
import { texts } from '../../texts/texts';

const words = texts.sales.spread;

type Props = { analysis: SalesAnalysis };

/** Days to turn as a distribution: a median alone hides the long tail that costs the money. */
export function TurnChart({ analysis }: Props) {
  const { turn, condition, withDays } = analysis;
  const { steps, stepDays, quartiles } = turn;
  const labels = useMemo(
    () =>
      steps.map(({ fromDays }, index) =>
        index === steps.length - 1 ? `${fromDays}+` : `${fromDays}–${fromDays + stepDays - 1}`,
      ),
    [steps, stepDays],
  );
  const draw = useCallback(
    (colors: ChartColors) => ({
      data: [
        {
          type: 'bar',
          x: labels,
          y: steps.map(({ units }) => units),
          marker: { color: colors[condition] },
          hovertemplate: `${words.turnHover}<extra></extra>`,
        } satisfies Data,
      ],
      layout: { bargap: 0.06, xaxis: { type: 'category' as const, tickangle: 0 } },
    }),
    [labels, steps, condition],
  );
  const table = useMemo(
    () => ({
      columns: [words.turn, words.units, words.share],
      rows: steps.map(({ units }, index) => [
        labels[index] ?? '',
        formatCount(units),
        formatPercent(withDays > 0 ? units / withDays : null, 1),
      ]),
    }),
    [steps, labels, withDays],
  );
  return (
    <Chart
      name="days-to-turn"
      title={words.turn}
      note={
        quartiles
          ? words.turnQuartiles(
              formatDays(quartiles.p25),
              formatDays(quartiles.p50),
              formatDays(quartiles.p75),
              formatDays(quartiles.p90),
              formatQuantity(withDays, 'deal'),
            )
          : words.turnUnknown
      }
      summary={words.turnSummary(formatQuantity(withDays, 'deal'), formatDays(quartiles?.p50))}
      draw={draw}
      table={table}
      height={230}
    />
  );
}

/** What a unit earned by how long it had stood. */
export function AgeGrossChart({ analysis }: Props) {
  const { ages, condition } = analysis;
  const draw = useCallback(
    (colors: ChartColors) => ({
      data: [
        {
          type: 'bar',
          name: words.grossPerUnit,
          x: ages.map(({ label }) => label),
          y: ages.map(({ totalGrossPerUnitCents: cents }) =>
            cents === null ? null : dollarsFromCents(cents),
          ),
          text: ages.map(({ units }) => formatQuantity(units, 'unit')),
          textposition: 'outside',
          cliponaxis: false,
          textfont: { color: colors.dim, size: 11 },
          marker: {
            color: colors[condition],
            pattern: {
              shape: ages.map(({ isAged }) => (isAged ? '/' : '')),
              bgcolor: colors[condition],
              fgcolor: colors.surface,
              size: 5,
              solidity: 0.25,
            },
          },
          customdata: ages.map((age) => formatMoney(age.totalGrossPerUnitCents)),
          hovertemplate: `${words.agesHover}<extra></extra>`,
        } as Data,
      ],
      layout: {
        yaxis: { ...moneyTicks, tickformat: ',.0f' },
        xaxis: { type: 'category' as const },
        margin: { l: 8, r: 8, t: 24, b: 8 },
      },
    }),
    [ages, condition],
  );
  const table = useMemo(
    () => ({
      columns: [words.daysInStock, words.units, words.front, words.total],
      rows: ages.map((age) => [
        age.label,
        formatCount(age.units),
        formatMoney(age.frontGrossPerUnitCents),
        formatMoney(age.totalGrossPerUnitCents),
      ]),
    }),
    [ages],
  );
  return (
    <Chart
      name="gross-by-age"
      title={words.ages}
      note={words.agesNote}
      summary={ages
        .filter(({ units }) => units > 0)
        .map(({ label, totalGrossPerUnitCents }) =>
          words.ageGross(label, formatMoney(totalGrossPerUnitCents)),
        )
        .join('; ')}
      draw={draw}
      table={table}
      height={230}
    />
  );
}
