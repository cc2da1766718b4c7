/** How far forward the history of this window reaches: the browser's own does not tell. */
import type { RouterHistory } from '@tanstack/react-router';
import { create } from 'zustand';

type Places = {
  /** Of the place that is shown; the first is 0. */
  shown: number;
  newest: number;
};

export const usePlacesStore = create<Places>(() => ({ shown: 0, newest: 0 }));

/** Going somewhere new forgets what lay ahead; going back and forward does not. */
export function followPlaces(history: Pick<RouterHistory, 'subscribe'>): void {
  history.subscribe(({ location, action }) => {
    const shown = location.state.__TSR_index;
    usePlacesStore.setState(({ newest }) => ({
      shown,
      newest: action.type === 'PUSH' ? shown : Math.max(newest, shown),
    }));
  });
}
