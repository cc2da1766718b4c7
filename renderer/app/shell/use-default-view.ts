import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useOpenView, useSavedViews } from './views-menu';

/** Opens the user's default view once, at the start, unless the address already asks for something. */
export function useDefaultView(): void {
  const { pathname, searchStr } = useLocation();
  const hasStarted = useRef(pathname !== '/' || searchStr !== '');
  const open = useOpenView();
  const wanted = useSavedViews().find(({ isDefault }) => isDefault);
  useEffect(() => {
    if (hasStarted.current || !wanted) return;
    hasStarted.current = true;
    open(wanted);
  }, [wanted, open]);
}
