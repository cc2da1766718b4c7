/**
 * The drawing itself, apart from `Chart` so that Plotly's 5 MB arrive after the screen is painted.
 */
import type { Data, Layout, PlotlyHTMLElement, PlotMouseEvent } from 'plotly.js';
import Plotly from 'plotly.js-strict-dist-min';
import { useEffect, useRef } from 'react';

type Props = {
  data: Data[];
  layout: Partial<Layout>;
  /** Label on the category axis of what was clicked. */
  onPick?: ((label: string, traceName: string) => void) | undefined;
  onReady?: ((element: HTMLElement) => void) | undefined;
};

const CONFIG = { displayModeBar: false, responsive: false, doubleClick: false } as const;

export function PlotlyCanvas({ data, layout, onPick, onReady }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const pick = useRef(onPick);
  pick.current = onPick;

  useEffect(() => {
    const element = host.current;
    if (!element) return;
    let isGone = false;
    void Plotly.react(element, data, layout, CONFIG).then((plot) => {
      if (isGone) return;
      listen(plot, pick);
      onReady?.(element);
    });
    return () => {
      isGone = true;
    };
  }, [data, layout, onReady]);

  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      if (element.clientWidth > 0 && element.classList.contains('js-plotly-plot'))
        Plotly.Plots.resize(element);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      Plotly.purge(element);
    };
  }, []);

  return <div ref={host} style={{ width: '100%', height: '100%' }} />;
}

function listen(plot: PlotlyHTMLElement, pick: { current: Props['onPick'] }) {
  plot.removeAllListeners('plotly_click');
  plot.on('plotly_click', (event: PlotMouseEvent) => {
    const point = event.points[0];
    if (point) pick.current?.(String(point.x), String(point.data.name ?? ''));
  });
}
