import type { ReportModel } from '@shared/contract/reports';
import { REPORT_SECTIONS } from '@shared/domain/report-kind';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { ageingDrawing, forecastDrawing, salesDrawing } from './chart-drawings';
import { Drawings } from './drawings';
import { ReportDocument } from './report-document';
import { model, sales, series, stock } from './report-model.fixture';

vi.mock('plotly.js-strict-dist-min', () => ({ default: { newPlot: async () => undefined } }));

const print = (changed: Partial<ReportModel> = {}) =>
  renderToStaticMarkup(<ReportDocument model={{ ...model, ...changed }} drawings={new Drawings()} />);

describe('the printed report', () => {
  it('writes figures in full, and the reason where there is none', () => {
    const page = print();
    expect(page).toContain('$1,234,568');
    expect(page).toContain('$43 a day');
    expect(page).toContain('−$300');
    expect(page).toContain('from 12 units · 45 days');
    expect(page).toContain('no sales in 45 days');
    expect(page).toContain('Sample data');
    expect(page).toContain('a month to hold');
    expect(page).toContain('Holding cost (default rates)');
    expect(page).toContain('… interest at 7.5%');
    expect(page).toContain('… other at $5 a unit');
  });

  it('shows text as text', () => {
    const page = print();
    expect(page).toContain('A &amp; B Motors');
    expect(page).toContain('F-150 &lt;script&gt;');
    expect(page).not.toContain('<script>');
  });

  it('lays the plan out for sign-off, with set limits and what they cost', () => {
    const page = print();
    expect(page).toContain('2027 Ford Bronco Badlands');
    expect(page).toContain('Without limits it would be 3 units for $120,000.');
    expect(page).toContain('$400 (one more unit)');
    expect(page).not.toContain('unlimited');
    expect(page).toContain('General manager, name and date');
  });

  it('says what is missing instead of leaving a page empty', () => {
    const page = print({ forecastRun: null, forecasts: [], gaps: [], plan: null });
    expect(page).toContain('There is no forecast yet.');
    expect(page).toContain('Gaps need a forecast.');
    expect(page).toContain('There is no order plan yet.');
  });

  it('prints the sections that were asked for under a head of its own', () => {
    const page = print({ request: { ...model.request, sections: ['gaps'] }, segment: 'lists: used only' });
    expect(page).toContain('Gaps need a forecast.');
    expect(page).toContain('lists: used only');
    expect(page).not.toContain('Order plan for sign-off');
    const everything = print({ request: { ...model.request, sections: [...REPORT_SECTIONS] } });
    for (const words of [
      'Sales by month',
      'Accuracy of the forecast',
      'No market file',
      'Nothing was imported',
    ])
      expect(everything).toContain(words);
  });

  it('takes the paper that was asked for', () => {
    expect(print()).toContain('@page { size: a4; }');
  });
});

describe('the charts', () => {
  it('hatch aged buckets and lighten the month under way', () => {
    const [bars] = ageingDrawing([stock]).data as { y: number[]; marker: { pattern: { shape: string[] } } }[];
    expect(bars?.y).toEqual([2, 1]);
    expect(bars?.marker.pattern.shape).toEqual(['', '/']);
    const [months] = salesDrawing([sales], 13).data as { y: number[]; marker: { opacity: number[] } }[];
    expect(months?.y).toEqual([4, 1]);
    expect(months?.marker.opacity).toEqual([1, 0.45]);
  });

  it('set what was sold beside what is expected with its band', () => {
    const traces = forecastDrawing(series, true).data as { x: string[]; y: number[] }[];
    expect(traces.map((trace) => trace.y)).toEqual([[2], [9], [4], [5.5]]);
    expect(traces[3]?.x).toEqual(['2026-07']);
  });
});
