import type { ReactNode } from 'react';

export type PrintColumn<Row> = {
  header: string;
  cell: (row: Row) => ReactNode;
  isNumber?: boolean;
  /** Share of the table's width, e.g. `12%`. */
  width?: string;
};

type Props<Row> = {
  columns: readonly PrintColumn<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row, index: number) => string;
  /** A closing row, one cell a column. */
  totals?: readonly ReactNode[];
  /** For long lists: less air. */
  isDense?: boolean;
};

/** A remark of several lines fits; a field that holds a page of text would push everything else off its page. */
const LONGEST_TEXT = 400;

function shortened(content: ReactNode): ReactNode {
  return typeof content === 'string' && content.length > LONGEST_TEXT
    ? `${content.slice(0, LONGEST_TEXT).trimEnd()}…`
    : content;
}

/** A table whose head comes back on every page and whose rows are never cut. */
export function PrintTable<Row>({ columns, rows, keyOf, totals, isDense = false }: Props<Row>) {
  return (
    <table className={isDense ? 'dense' : undefined}>
      <thead>
        <tr>
          {columns.map(({ header, isNumber, width }) => (
            <th
              key={header}
              className={isNumber ? 'number' : undefined}
              style={width ? { width } : undefined}
            >
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={keyOf(row, index)}>
            {columns.map(({ header, cell, isNumber }) => (
              <td key={header} className={isNumber ? 'number' : undefined}>
                {shortened(cell(row))}
              </td>
            ))}
          </tr>
        ))}
        {totals && (
          <tr className="total">
            {columns.map(({ header, isNumber }, index) => (
              <td key={header} className={isNumber ? 'number' : undefined}>
                {totals[index]}
              </td>
            ))}
          </tr>
        )}
      </tbody>
    </table>
  );
}
