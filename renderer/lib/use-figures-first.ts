import { useIsFetching } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

const QUIET_MS = 150;

/**
 * False until the screen that opens has its figures: what the shell asks for beside them waits, since the engine
 * answers one question at a time. Stays true from then on.
 */
export function useFiguresFirst(): boolean {
  const fetching = useIsFetching();
  const [isDue, setDue] = useState(false);
  useEffect(() => {
    if (isDue || fetching > 0) return;
    const timer = setTimeout(() => setDue(true), QUIET_MS);
    return () => clearTimeout(timer);
  }, [fetching, isDue]);
  return isDue;
}
