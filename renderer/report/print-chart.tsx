import type { Data, Layout } from 'plotly.js';
import Plotly from 'plotly.js-strict-dist-min';
import { useContext, useLayoutEffect, useRef } from 'react';
import { chartSeparators } from '../lib/format';
import { DrawingsContext } from './drawings';
import { inGrey } from './in-grey';
import { printInk } from './print-ink';

export type Drawing = { data: Data[]; layout?: Partial<Layout> };

type Props = { drawing: Drawing; width: number; height: number; label: string };

/** A chart as SVG, drawn once: it prints as vectors with the page's own font. */
export function PrintChart({ drawing, width, height, label }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const drawings = useContext(DrawingsContext);
  useLayoutEffect(() => {
    const element = host.current;
    if (!element) return;
    const { data, layout: own } = drawings.ink === 'grey' ? inGrey(drawing) : drawing;
    const layout = { ...baseLayout(), ...own, width, height };
    drawings.add(Plotly.newPlot(element, data, layout, { staticPlot: true, displayModeBar: false }));
  }, [drawing, drawings, width, height]);
  return <div ref={host} role="img" aria-label={label} className="chart" style={{ width, height }} />;
}

function baseLayout(): Partial<Layout> {
  return {
    separators: chartSeparators,
    margin: { l: 30, r: 6, t: 18, b: 26 },
    font: { family: 'Inter, sans-serif', size: 9.5, color: printInk.text },
    paper_bgcolor: 'rgba(0,0,0,0)',
    plot_bgcolor: 'rgba(0,0,0,0)',
    bargap: 0.25,
    bargroupgap: 0.08,
    legend: { orientation: 'h', x: 0, y: 1.02, yanchor: 'bottom', font: { size: 9.5 } },
  };
}

export function printAxis(extra: Partial<Layout['xaxis']> = {}): Partial<Layout['xaxis']> {
  return {
    gridcolor: printInk.grid,
    linecolor: printInk.line,
    zerolinecolor: printInk.line,
    tickfont: { size: 9, color: printInk.dim },
    fixedrange: true,
    ...extra,
  };
}
