/** Tells what a new day makes news while no import runs: shortly after the start, and as long as the app stays open. */
import type { EngineContext } from '../engine-context';
import { tellOfStores } from './tell-news';

/** The figures of the first screen come first. */
const AFTER_START_MS = 20_000;
/** A fact is told once, so looking often costs little; a computer that slept is caught up with soon. */
const LOOK_AGAIN_MS = 10 * 60_000;

/** Returns how to stop looking, which waits for what is under way. */
export function tellByClock(context: EngineContext): () => Promise<void> {
  let underWay = Promise.resolve();
  const look = () => {
    underWay = underWay
      .then(() => tellOfStores(context))
      .catch((error: unknown) => context.logger.warn({ error }, 'news was not told'));
  };
  const first = setTimeout(look, AFTER_START_MS);
  const again = setInterval(look, LOOK_AGAIN_MS);
  first.unref();
  again.unref();
  return async () => {
    clearTimeout(first);
    clearInterval(again);
    await underWay;
  };
}
