/** Entry of a worker thread: lays a workbook out. The pool calls the export by its name. */
import { createWorkbook } from './workbook/create-workbook';
import type { WorkbookInput } from './workbook/workbook-input';

export async function layOutWorkbook(input: WorkbookInput): Promise<Uint8Array> {
  return new Uint8Array(await createWorkbook(input).xlsx.writeBuffer());
}
