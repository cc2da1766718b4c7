/**
 * Reports that group their rows write the make, or the model, only on the first row of a group. The rows below get it from
 * above; a value further left that changes begins a new group.
 */
import type { TypedColumn } from './column-typing';

export type FilledRow = { readonly cells: readonly string[]; readonly filled: readonly TypedColumn[] };

export class FillDown {
  private readonly above = new Map<TypedColumn, string>();
  private readonly columns: readonly TypedColumn[];

  constructor(columns: readonly TypedColumn[]) {
    this.columns = columns.filter(({ isGrouped }) => isGrouped).sort((one, other) => one.index - other.index);
  }

  get isNeeded(): boolean {
    return this.columns.length > 0;
  }

  /** `isTold`: what the row's other cells say of a field without its column. */
  fill(cells: readonly string[], isTold: (field: string) => boolean): FilledRow {
    const copy = [...cells];
    const filled: TypedColumn[] = [];
    for (const [level, column] of this.columns.entries()) {
      const own = (cells[column.index] ?? '').trim();
      if (own !== '') {
        if (own !== this.above.get(column))
          for (const lower of this.columns.slice(level + 1)) this.above.delete(lower);
        this.above.set(column, own);
        continue;
      }
      const value = this.above.get(column);
      if (value === undefined || isTold(column.field.name)) continue;
      copy[column.index] = value;
      filled.push(column);
    }
    return { cells: copy, filled };
  }
}
