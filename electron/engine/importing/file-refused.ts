/** A file that cannot be imported at all. The message names the file and the column; `nextStep` says what to do. */
import type { ImportKind } from '@shared/contract/imports';
import type { MappedColumn, RawRow } from './types';

export class FileRefused extends Error {
  override readonly name = 'FileRefused';
  readonly code: string;
  readonly nextStep: string | null;

  constructor(code: string, message: string, nextStep: string | null = null) {
    super(message);
    this.code = code;
    this.nextStep = nextStep;
  }
}

/** What could be read of a table that was refused: enough to say by hand what its columns hold. */
export type RefusedTable = {
  /** Null when it looks like no kind of file. */
  readonly kind: ImportKind | null;
  readonly columns: readonly MappedColumn[];
  readonly rows: readonly RawRow[];
};

/** A file whose columns were read, and do not say all that is needed. */
export class TableRefused extends FileRefused {
  constructor(
    code: string,
    message: string,
    nextStep: string,
    readonly table: RefusedTable,
  ) {
    super(code, message, nextStep);
  }
}
