import type { WeightSet } from '@shared/contract/learning';
import type { Data } from 'plotly.js';
import { useCallback, useMemo } from 'react';
import { Chart } from '../../components/chart';
import type { ChartColors } from '../../components/chart-theme';
import { formatPercent } from '../../lib/format';
import { texts } from '../../texts/texts';
import { PARTS } from './learning-words';

const { weights: words, versions: versionWords } = texts.learning;

/** The share of each part in every version, oldest first. */
export function WeightsChart({ versions }: { versions: WeightSet[] }) {
  const ordered = useMemo(() => [...versions].sort((a, b) => a.version - b.version), [versions]);
  const draw = useCallback(
    (colors: ChartColors) => {
      const shades = [colors.accent, colors.used, colors.caution, colors.neutral];
      return {
        data: PARTS.map(
          ({ part, label }, index): Data => ({
            type: 'bar',
            name: label,
            x: ordered.map(nameOf),
            y: ordered.map(({ weights }) => weights[part] * 100),
            marker: { color: shades[index] ?? colors.neutral },
            hovertemplate: '%{y:.0f} % %{fullData.name}<extra></extra>',
          }),
        ),
        layout: {
          barmode: 'stack' as const,
          bargap: ordered.length < 4 ? 0.6 : 0.2,
          yaxis: { range: [0, 100], ticksuffix: ' %', nticks: 5 },
          xaxis: { type: 'category' as const },
        },
      };
    },
    [ordered],
  );
  const table = useMemo(
    () => ({
      columns: [versionWords.version, ...PARTS.map(({ label }) => label)],
      rows: ordered.map((version) => [
        nameOf(version),
        ...PARTS.map(({ part }) => formatPercent(version.weights[part])),
      ]),
    }),
    [ordered],
  );
  return (
    <Chart
      name="weights"
      title={words.title}
      note={words.note}
      summary={words.summary(ordered.length)}
      draw={draw}
      table={table}
      height={230}
    />
  );
}

function nameOf({ version, isActive }: WeightSet): string {
  return isActive ? versionWords.numberedInUse(version) : versionWords.numbered(version);
}
