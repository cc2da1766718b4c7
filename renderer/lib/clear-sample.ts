import { engine } from './engine-client';
import { notify, notifyError } from './notices-store';
import { saveOverview } from './saved-overview';

/** Removes the sample store, and the figures of it that the window kept. */
export async function clearSample(): Promise<void> {
  try {
    await engine.stores.clearSample({});
    saveOverview(null);
    notify({ tone: 'good', title: 'Sample store cleared', detail: 'Your own stores were not touched.' });
  } catch (error) {
    notifyError(error);
  }
}
