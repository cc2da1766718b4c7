import type { LayoutAxis } from 'plotly.js';
import { formatMonthTick } from '../lib/format';

/** A category axis of months, written short and level. */
export function monthAxis(months: readonly string[]): Partial<LayoutAxis> {
  return {
    type: 'category',
    tickangle: 0,
    tickvals: [...months],
    ticktext: months.map((month, index) => formatMonthTick(month, index === 0)),
  };
}
