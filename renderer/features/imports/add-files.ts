import { engine } from '../../lib/engine-client';
import { formatQuantity } from '../../lib/format';
import { notify, notifyError } from '../../lib/notices-store';
import { texts } from '../../texts/texts';
import { useImportQueue } from './import-queue-store';

const words = texts.imports.screen.folder;

/** Takes files and folders into the queue; says what of a folder was passed over. */
export async function addFiles(paths: readonly string[]): Promise<void> {
  if (paths.length === 0) return;
  try {
    const { files, leftOut } = await engine.imports.findFiles({ paths: [...paths] });
    useImportQueue.getState().add(files);
    if (files.length === 0) {
      notify({
        tone: 'caution',
        title: words.none,
        detail: words.noneAbout,
      });
    } else if (leftOut > 0) {
      notify({
        tone: 'caution',
        title: words.passedOver(formatQuantity(leftOut, 'file')),
        detail: words.passedOverAbout,
      });
    }
  } catch (error) {
    notifyError(error);
  }
}
