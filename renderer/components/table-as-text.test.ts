import { expect, it } from 'vitest';
import { tableAsText } from './table-as-text';

it('separates cells by tabs and keeps one row on one line', () => {
  const table = { columns: ['Model', 'Units'], rows: [['Model\tA\nB', 3]] };
  expect(tableAsText(table)).toBe('Model\tUnits\nModel A B\t3');
});
