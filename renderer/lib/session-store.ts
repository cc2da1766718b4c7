/** The store that is looked at, and how dense the window is. Kept from one start to the next. */
import type { Scope } from '@shared/contract/primitives';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export type Density = 'compact' | 'comfortable';

type SessionState = {
  /** Null while there is one store or none; the engine then knows which. */
  storeCode: string | null;
  density: Density;
  isNavigationNarrow: boolean;
  /** Stronger lines and text than the colours have by themselves. */
  isContrastHigh: boolean;
  /** News is shown by the system while the window is not in front. */
  isNewsOnDesktop: boolean;
  chooseStore(storeCode: string | null): void;
  setDensity(density: Density): void;
  setNavigationNarrow(isNarrow: boolean): void;
  setContrastHigh(isHigh: boolean): void;
  setNewsOnDesktop(isOn: boolean): void;
};

export const useSessionStore = create<SessionState>()(
  persist(
    (set) => ({
      storeCode: null,
      density: 'compact',
      isNavigationNarrow: false,
      isContrastHigh: false,
      isNewsOnDesktop: true,
      chooseStore: (storeCode) => set({ storeCode }),
      setDensity: (density) => set({ density }),
      setNavigationNarrow: (isNavigationNarrow) => set({ isNavigationNarrow }),
      setContrastHigh: (isContrastHigh) => set({ isContrastHigh }),
      setNewsOnDesktop: (isNewsOnDesktop) => set({ isNewsOnDesktop }),
    }),
    { name: 'doso-session', version: 1 },
  ),
);

export function useScope(): Scope {
  const storeCode = useSessionStore((state) => state.storeCode);
  return storeCode === null ? {} : { storeCode };
}
