import { engineTexts } from '@shared/texts/engine-texts';
import type { EventHub } from '../jobs/event-hub';
import type { Logger } from '../telemetry/logger';
import type { DiskSpace } from './disk-space';

const texts = engineTexts.keeping.dataFolder;

const LOOK_MS = 60_000;

/** Tells the window once when the disk becomes nearly full, and again when it does so anew. Returns how to stop. */
export function warnOfLowDisk(disk: DiskSpace, events: EventHub, logger: Logger): () => void {
  let wasLow = false;
  const look = async () => {
    const isLow = await disk.isLow();
    if (isLow && !wasLow) {
      logger.warn({ bytesFree: await disk.free() }, 'the disk is nearly full');
      events.publish({
        type: 'warning',
        ...texts.warning,
      });
    }
    wasLow = isLow;
  };
  const safely = () => void look().catch((error: unknown) => logger.error({ error }, 'no look at the disk'));
  safely();
  const timer = setInterval(safely, LOOK_MS);
  timer.unref();
  return () => clearInterval(timer);
}
