/**
 * When to ask the desktop for a port: once at the start, and once after each loss, when the engine is ready
 * again. A request makes the desktop state the engine's condition anew, so asking on every word would never
 * end; and a desktop that hands out the new port by itself is not asked at all.
 */
export type PortRequests = { begin(): void; arrived(): void; lost(): void; engineReady(): void };

export function createPortRequests(request: () => void): PortRequests {
  let state: 'none' | 'asked' | 'connected' = 'none';
  const ask = () => {
    if (state !== 'none') return;
    state = 'asked';
    request();
  };
  return {
    begin: ask,
    arrived: () => {
      state = 'connected';
    },
    lost: () => {
      if (state === 'connected') state = 'none';
    },
    engineReady: ask,
  };
}
