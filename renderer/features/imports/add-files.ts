import { engine } from '../../lib/engine-client';
import { formatQuantity } from '../../lib/format';
import { notify, notifyError } from '../../lib/notices-store';
import { useImportQueue } from './import-queue-store';

/** Takes files and folders into the queue; says what of a folder was passed over. */
export async function addFiles(paths: readonly string[]): Promise<void> {
  if (paths.length === 0) return;
  try {
    const { files, leftOut } = await engine.imports.findFiles({ paths: [...paths] });
    useImportQueue.getState().add(files);
    if (files.length === 0) {
      notify({
        tone: 'caution',
        title: 'No exports in this folder',
        detail: 'None of its files is one by its name: CSV, text, Excel, JSON, Parquet, XML, ZIP.',
      });
    } else if (leftOut > 0) {
      notify({
        tone: 'caution',
        title: `${formatQuantity(leftOut, 'file')} passed over`,
        detail: 'By their names they are no exports, or the folder holds more than 100 at once.',
      });
    }
  } catch (error) {
    notifyError(error);
  }
}
