import { useEffect } from 'react';
import { engine } from '../../lib/engine-client';
import { useLockStore } from '../../lib/lock-store';

const AT_MOST_EVERY_MS = 20_000;
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

/** Tells the engine now and then that somebody is at the window, so that the lock stays open. */
export function useActivity(): void {
  const isEnabled = useLockStore((state) => state.isEnabled);
  useEffect(() => {
    if (!isEnabled) return;
    let toldAt = Number.NEGATIVE_INFINITY;
    const tell = () => {
      const now = performance.now();
      if (now - toldAt < AT_MOST_EVERY_MS) return;
      toldAt = now;
      // A restarting engine hears of the next sign.
      engine.security.noteActivity({}).catch(() => undefined);
    };
    for (const sign of SIGNS) window.addEventListener(sign, tell, { passive: true });
    return () => {
      for (const sign of SIGNS) window.removeEventListener(sign, tell);
    };
  }, [isEnabled]);
}
