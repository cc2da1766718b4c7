/**
 * When to ask the desktop for a port: once at the start, and once after each loss, when the engine is ready
 * again. A request makes the desktop state the engine's condition anew, so asking on every word would never
 * end; and a desktop that hands out the new port by itself is not asked at all.
 *
 * Ports come in the order in which they were asked for. One that was asked for before a loss may lead to the engine
 * that is gone, where every call would wait for ever: it is not taken, and another is asked for.
 */
export type PortRequests = {
  begin(): void;
  /** Whether the port that arrived is to be taken. */
  arrived(): boolean;
  lost(): void;
  engineReady(): void;
};

export function createPortRequests(request: () => void): PortRequests {
  let state: 'none' | 'asked' | 'connected' = 'none';
  let askedBeforeLoss = 0;
  const ask = () => {
    if (state !== 'none') return;
    state = 'asked';
    request();
  };
  return {
    begin: ask,
    arrived: () => {
      if (askedBeforeLoss > 0) {
        askedBeforeLoss -= 1;
        return false;
      }
      state = 'connected';
      return true;
    },
    lost: () => {
      if (state === 'asked') askedBeforeLoss += 1;
      state = 'none';
    },
    engineReady: ask,
  };
}
