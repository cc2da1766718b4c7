/**
 * Whether charts may be drawn now. Drawing takes a processor for a second; while the engine starts, the figures
 * themselves are worth more, so charts of saved figures wait for the live ones, but not for ever.
 */
import { createContext, useContext, useEffect, useState } from 'react';

const LONGEST_WAIT_MS = 4_000;
/** The figures are painted by then. */
const AFTER_PAINT_MS = 32;

const ChartsTurn = createContext(true);
export const ChartsTurnProvider = ChartsTurn.Provider;

/** Read by `Chart`. */
export function useChartsTurn(): boolean {
  return useContext(ChartsTurn);
}

/** True soon after `isReady`, or after the longest wait: an engine that is busy for longer must not keep charts away. */
export function useTurnOnceReady(isReady: boolean): boolean {
  const [isOver, setOver] = useState(isReady);
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), isReady ? AFTER_PAINT_MS : LONGEST_WAIT_MS);
    return () => clearTimeout(timer);
  }, [isReady]);
  return isOver;
}
