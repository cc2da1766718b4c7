import { texts } from '../texts/texts';
import { engine } from './engine-client';
import { notify, notifyError } from './notices-store';
import { saveOverview } from './saved-overview';

const words = texts.shell.top;

/** Removes the sample store, and the figures of it that the window kept. */
export async function clearSample(): Promise<void> {
  try {
    await engine.stores.clearSample({});
    saveOverview(null);
    notify({ tone: 'good', title: words.sampleCleared, detail: words.sampleClearedAbout });
  } catch (error) {
    notifyError(error);
  }
}
