import { UnstyledButton } from '@mantine/core';
import { type KeyboardEvent, type MouseEvent, type ReactNode, useMemo, useState } from 'react';
import { texts } from '../texts/texts';
import classes from './data-table.module.css';
import { type SortValue, sortRows } from './sort-rows';

const words = texts.components;

export type Column<Row> = {
  id: string;
  header: string;
  /** Explains the column in the header's tooltip. */
  meaning?: string;
  isNumber?: boolean;
  /** Long words may take a second line instead of width. */
  isWrapping?: boolean;
  render(row: Row): ReactNode;
  /** Makes the column sortable. */
  sortBy?(row: Row): SortValue;
  width?: number | string;
};

type Props<Row> = {
  caption: string;
  columns: Column<Row>[];
  rows: readonly Row[];
  rowKey(row: Row): string;
  initialSort?: { id: string; direction: 'asc' | 'desc' };
  onOpenRow?: (row: Row) => void;
  maxHeight?: number | string | undefined;
  empty?: string;
  testId?: string;
};

/** A table of up to some hundred rows: sticky head, sortable columns, numbers to the right. */
export function DataTable<Row>(props: Props<Row>) {
  const { caption, columns, rows, rowKey, initialSort, onOpenRow, maxHeight, empty, testId } = props;
  const [sort, setSort] = useState(initialSort ?? null);
  const sorted = useMemo(() => {
    const by = columns.find(({ id }) => id === sort?.id)?.sortBy;
    return by && sort ? sortRows(rows, by, sort.direction) : rows;
  }, [columns, rows, sort]);
  const toggle = (id: string, isNumber: boolean | undefined) =>
    setSort((before) => {
      if (before?.id === id) return { id, direction: before.direction === 'asc' ? 'desc' : 'asc' };
      return { id, direction: isNumber ? 'desc' : 'asc' };
    });

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className={classes.scroller} style={{ maxHeight }} tabIndex={0} aria-label={caption}>
      <table className={classes.table} data-testid={testId}>
        <caption className={classes.caption}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column.id} column={column} sort={sort} onToggle={toggle} />
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <tr key={rowKey(row)} {...(onOpenRow && openable(() => onOpenRow(row)))}>
              {columns.map((column) => (
                <td
                  key={column.id}
                  data-number={column.isNumber || undefined}
                  data-wrapping={column.isWrapping || undefined}
                >
                  {column.render(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p className={classes.empty}>{empty ?? words.nothingHere}</p>}
    </section>
  );
}

/** A row that opens by a click, and by Enter when it has the focus. */
function openable(open: () => void) {
  return {
    'data-clickable': true,
    tabIndex: 0,
    // What is itself opened by a click, a link or a button in the row, is not the row's.
    onClick: ({ target }: MouseEvent<HTMLElement>) => {
      if (!(target instanceof Element && (target.closest('a') ?? target.closest('button')))) open();
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (event.key === 'Enter' && event.target === event.currentTarget) open();
    },
  };
}

type HeadProps<Row> = {
  column: Column<Row>;
  sort: { id: string; direction: 'asc' | 'desc' } | null;
  onToggle(id: string, isNumber: boolean | undefined): void;
};

function Head<Row>({ column, sort, onToggle }: HeadProps<Row>) {
  const direction = sort?.id === column.id ? sort.direction : null;
  return (
    <th
      scope="col"
      title={column.meaning}
      data-number={column.isNumber || undefined}
      style={{ width: column.width }}
      aria-sort={direction ? (direction === 'asc' ? 'ascending' : 'descending') : undefined}
    >
      {column.sortBy ? (
        <UnstyledButton className={classes.sort} onClick={() => onToggle(column.id, column.isNumber)}>
          {column.header}
          <span aria-hidden className={classes.arrow}>
            {direction === 'asc' ? '↑' : direction === 'desc' ? '↓' : ''}
          </span>
        </UnstyledButton>
      ) : (
        column.header
      )}
    </th>
  );
}
