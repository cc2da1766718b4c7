/** One look for every chart, read from the page's tokens so that both colour schemes match the shell. */
import type { Layout } from 'plotly.js';
import { chartSeparators } from '../lib/format';

export type ChartColors = {
  text: string;
  dim: string;
  surface: string;
  gridLine: string;
  border: string;
  new: string;
  used: string;
  neutral: string;
  accent: string;
  good: string;
  caution: string;
  act: string;
  band80: string;
  band90: string;
};

export function readChartColors(): ChartColors {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string) => style.getPropertyValue(`--doso-${name}`).trim();
  return {
    text: read('text'),
    dim: read('dim'),
    surface: read('surface'),
    gridLine: read('grid-line'),
    border: read('border'),
    new: read('new'),
    used: read('used'),
    neutral: read('neutral'),
    accent: read('accent'),
    good: read('good'),
    caution: read('caution'),
    act: read('act'),
    band80: read('band-80'),
    band90: read('band-90'),
  };
}

export function baseLayout(colors: ChartColors): Partial<Layout> {
  const axis = {
    gridcolor: colors.gridLine,
    linecolor: colors.border,
    zerolinecolor: colors.border,
    tickfont: { color: colors.dim, size: 11 },
    title: { font: { color: colors.dim, size: 11 } },
    fixedrange: true,
    automargin: true,
  };
  return {
    autosize: true,
    separators: chartSeparators,
    margin: { l: 8, r: 8, t: 8, b: 8, pad: 2 },
    font: { family: "'Inter Variable', system-ui, sans-serif", size: 11.5, color: colors.text },
    paper_bgcolor: 'rgba(0,0,0,0)',
    plot_bgcolor: 'rgba(0,0,0,0)',
    hovermode: 'x unified',
    hoverlabel: {
      bgcolor: colors.surface,
      bordercolor: colors.border,
      font: { color: colors.text, size: 12, family: "'Inter Variable', system-ui, sans-serif" },
    },
    legend: { orientation: 'h', x: 0, y: 1.02, yanchor: 'bottom', font: { color: colors.dim, size: 11.5 } },
    bargap: 0.28,
    bargroupgap: 0.08,
    xaxis: { ...axis, showgrid: false },
    yaxis: { ...axis, rangemode: 'tozero' },
  };
}
