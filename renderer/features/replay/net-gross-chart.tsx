import type { PolicyResult } from '@shared/contract/replay';
import { isBound, POLICY_WORDS } from '@shared/domain/ordering-policy';
import type { Data } from 'plotly.js';
import { useCallback, useMemo } from 'react';
import { Chart } from '../../components/chart';
import type { ChartColors } from '../../components/chart-theme';
import { formatMoney, formatMoneyCompact, moneyTicks } from '../../lib/format';
import { texts } from '../../texts/texts';

const words = texts.replay.chart;

/** Net gross of each policy with its 95 % interval; bounds are hatched, for nobody can order by them. */
export function NetGrossChart({ policies }: { policies: PolicyResult[] }) {
  const draw = useCallback(
    (colors: ChartColors) => {
      const upward = [...policies].reverse();
      const net = upward.map(({ measures }) => measures.netGrossCents);
      const color = upward.map(({ policy }) => colorOf(policy, colors));
      return {
        data: [
          {
            type: 'bar',
            orientation: 'h',
            y: upward.map(({ policy }) => POLICY_WORDS[policy].label),
            x: net.map(({ mean }) => mean / 100),
            error_x: {
              type: 'data',
              symmetric: false,
              array: net.map(({ mean, high }) => (high - mean) / 100),
              arrayminus: net.map(({ mean, low }) => (mean - low) / 100),
              color: colors.text,
              thickness: 1.2,
              width: 4,
            },
            marker: {
              color,
              pattern: {
                shape: upward.map(({ policy }) => (isBound(policy) ? '/' : '')),
                bgcolor: color,
                fgcolor: colors.surface,
                size: 6,
                solidity: 0.25,
              },
            },
            customdata: net.map(({ mean, low, high }) =>
              words.hover(formatMoney(mean), formatMoney(low), formatMoney(high)),
            ),
            hovertemplate: '%{customdata}<extra></extra>',
          } as Data,
        ],
        layout: {
          hovermode: 'closest' as const,
          showlegend: false,
          bargap: 0.35,
          xaxis: { ...moneyTicks, nticks: 7, zeroline: true, zerolinewidth: 1.5 },
          yaxis: { type: 'category' as const, showgrid: false },
        },
      };
    },
    [policies],
  );
  const table = useMemo(
    () => ({
      columns: [words.policy, words.net, words.low, words.high],
      rows: policies.map(({ policy, measures: { netGrossCents: net } }) => [
        POLICY_WORDS[policy].label,
        formatMoneyCompact(net.mean),
        formatMoneyCompact(net.low),
        formatMoneyCompact(net.high),
      ]),
    }),
    [policies],
  );
  return (
    <Chart
      name="replay"
      title={words.title}
      note={words.note}
      summary={words.summary(policies.length)}
      draw={draw}
      table={table}
      height={250}
    />
  );
}

function colorOf(policy: PolicyResult['policy'], colors: ChartColors): string {
  if (policy === 'doso_fixed' || policy === 'doso_learning') return colors.accent;
  return isBound(policy) ? colors.used : colors.neutral;
}
