import { describe, expect, it } from 'vitest';
import { getTemplate } from './get-template';
import { DelimitedParser } from './read/delimited-parser';
import { importKinds, kindDefinitions } from './recognise/fields/kinds';
import { recogniseTable } from './recognise/recognise-table';

describe('getTemplate', () => {
  it.each(importKinds)('is understood as what it is: %s', (kind) => {
    const rows = new DelimitedParser(',').push(getTemplate(kind).text);
    const { table } = recogniseTable('template.csv', null, rows, { kind: 'auto', map: {} });
    expect(table.kind).toBe(kind);
    const { fields } = kindDefinitions[kind];
    for (const { source, target, confidence } of table.columns) {
      expect([source, target]).toEqual([source, fields.find(({ title }) => title === source)?.name]);
      expect(confidence).toBeGreaterThan(0.9);
    }
  });

  it('marks the columns without which a file is refused', () => {
    const required = getTemplate('allocation').columns.filter(({ isRequired }) => isRequired);
    expect(required.map(({ name }) => name)).toEqual(['Make', 'Allocation Group', 'Units']);
  });
});
