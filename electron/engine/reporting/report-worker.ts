/** Entry of a worker thread: lays a workbook out. The pool calls the export by its name. */
import type { WorkbookInput } from './workbook/workbook-input';
import { writeWorkbookBytes } from './workbook/write-workbook-bytes';

export function layOutWorkbook(input: WorkbookInput): Promise<Uint8Array> {
  return writeWorkbookBytes(input);
}
