import { Select } from '@mantine/core';
import { type SaleAttribute, type SalesAnalysis, saleAttributeSchema } from '@shared/contract/sales-analysis';
import type { Data } from 'plotly.js';
import { useCallback, useMemo, useState } from 'react';
import { Chart } from '../../components/chart';
import type { ChartColors } from '../../components/chart-theme';
import { formatCount, formatPercent } from '../../lib/format';
import { texts } from '../../texts/texts';

const words = texts.sales.mix;

const LABELS: Record<SaleAttribute, string> = words.attributes;

/** What was chosen in the period, beside the same days a year before. */
export function MixPanel({ analysis }: { analysis: SalesAnalysis }) {
  const [attribute, setAttribute] = useState<SaleAttribute>('model');
  const { condition } = analysis;
  const rows = useMemo(
    () => analysis.mix.filter((row) => row.attribute === attribute),
    [analysis, attribute],
  );
  const draw = useCallback(
    (colors: ChartColors) => ({
      data: [
        bars(words.thisPeriod, rows, ({ share }) => share, colors[condition]),
        bars(words.yearBefore, rows, ({ shareYearBefore }) => shareYearBefore, colors.neutral),
      ],
      layout: {
        barmode: 'group' as const,
        xaxis: { tickformat: '.1~%', rangemode: 'tozero' as const },
        yaxis: { autorange: 'reversed' as const, type: 'category' as const },
        hovermode: 'closest' as const,
      },
    }),
    [rows, condition],
  );
  const table = useMemo(
    () => ({
      columns: [LABELS[attribute], words.units, words.share, words.yearBefore],
      rows: rows.map(({ value, units, share, shareYearBefore }) => [
        value,
        formatCount(units),
        formatPercent(share, 1),
        formatPercent(shareYearBefore, 1),
      ]),
    }),
    [rows, attribute],
  );
  return (
    <Chart
      name="sales-mix"
      title={words.title}
      note={words.note}
      summary={rows
        .slice(0, 5)
        .map(({ value, share }) => `${value} ${formatPercent(share)}`)
        .join(', ')}
      draw={draw}
      table={table}
      height={Math.max(220, 60 + rows.length * 30)}
      actions={
        <Select
          aria-label={words.attribute}
          size="xs"
          data={saleAttributeSchema.options.map((value) => ({ value, label: LABELS[value] }))}
          value={attribute}
          onChange={(value) => setAttribute(saleAttributeSchema.catch('model').parse(value))}
          allowDeselect={false}
          data-testid="mix-attribute"
        />
      }
    />
  );
}

type Row = SalesAnalysis['mix'][number];

function bars(name: string, rows: readonly Row[], of: (row: Row) => number | null, color: string): Data {
  return {
    type: 'bar',
    orientation: 'h',
    name,
    x: rows.map(of),
    y: rows.map(({ value }) => value),
    marker: { color },
    hovertemplate: `%{y}: %{x:.1%}<extra>${name}</extra>`,
  };
}
