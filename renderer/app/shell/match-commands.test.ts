import { describe, expect, it } from 'vitest';
import { matchCommands } from './match-commands';

const commands = [
  { label: 'Order plan' },
  { label: 'Make an order plan' },
  { label: 'Save the report as PDF…' },
];
const labels = (text: string) => matchCommands(commands, text).map(({ label }) => label);

describe('matchCommands', () => {
  it('offers everything before something is typed', () => {
    expect(labels('  ')).toHaveLength(3);
  });

  it('takes the first letters of words in any order', () => {
    expect(labels('pl ord')).toEqual(['Order plan', 'Make an order plan']);
    expect(labels('pdf save')).toEqual(['Save the report as PDF…']);
  });

  it('finds nothing rather than something else', () => {
    expect(labels('zebra')).toEqual([]);
  });
});
