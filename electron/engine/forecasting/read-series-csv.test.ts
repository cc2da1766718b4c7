import { AppError } from '@shared/contract/errors';
import { describe, expect, it } from 'vitest';
import { readSeriesCsv, type SeriesCsvProblem } from './read-series-csv';

function problemsOf(text: string): SeriesCsvProblem[] {
  try {
    readSeriesCsv(text);
  } catch (error) {
    if (error instanceof AppError && error.code === 'FILE_REFUSED') {
      return error.details.problems as SeriesCsvProblem[];
    }
    throw error;
  }
  return [];
}

describe('series CSV', () => {
  it('reads series in their order, a missing period and an empty value as gaps', () => {
    const text =
      'series_id,period,value\nb,2024-03,3\nb,2024-01,1\na,2024-W01,5\na,2024-W02,\na,2024-W03,0\n';
    expect(readSeriesCsv(text)).toEqual([
      { id: 'b', grain: 'month', start: '2024-01', values: [1, null, 3] },
      { id: 'a', grain: 'week', start: '2024-W01', values: [5, null, 0] },
    ]);
  });

  it('reads any column order, quotes, a byte order mark, semicolons and Windows line ends', () => {
    const text = '\uFEFFValue;note;Period;SERIES_ID\r\n1.5;x;2024-01;"Ford; ""F-150"""\r\n\r\n';
    expect(readSeriesCsv(text)).toEqual([
      { id: 'Ford; "F-150"', grain: 'month', start: '2024-01', values: [1.5] },
    ]);
  });

  it.each([
    ['an id', ',2024-01,1', 'series_id', 'empty'],
    ['a period', 'a,2024-13,1', 'period', 'not a period'],
    ['a 53rd week', 'a,2024-W53,1', 'period', 'not a period'],
    ['a value', 'a,2024-01,many', 'value', 'not a number'],
    ['a twin', 'a,2024-01,1\na,2024-01,2', 'period', 'stands twice'],
    ['mixed grains', 'a,2024-01,1\na,2024-W01,2', 'period', 'mixed'],
    ['a mistyped year', 'a,2024-01,1\na,0204-01,2', 'period', 'span'],
  ])('names line and column of %s', (_, rows, column, message) => {
    const [problem] = problemsOf(`series_id,period,value\n${rows}`);
    expect(problem).toMatchObject({ column, message: expect.stringContaining(message) });
    expect(problem?.line).toBe(1 + rows.split('\n').length);
  });

  it('refuses a header without a column, and a file without rows', () => {
    expect(problemsOf('series_id,month,value\na,2024-01,1')[0]).toMatchObject({ line: 1, column: 'period' });
    expect(problemsOf('')[0]).toMatchObject({ line: 1 });
    expect(problemsOf('series_id,period,value\n')[0]?.message).toBe('there are no rows');
  });

  it('counts all problems in its message', () => {
    expect(() => readSeriesCsv('series_id,period,value\na,x,1\na,y,1')).toThrow('line 2, column period');
    expect(() => readSeriesCsv('series_id,period,value\na,x,1\na,y,1')).toThrow('and 1 more');
  });
});
