/**
 * Whether the app lock is shut. That there is one is remembered, so that a start shows nothing of the store before
 * the engine has said how it stands.
 */
import { create } from 'zustand';
import { persist } from 'zustand/middleware';

type LockState = {
  isEnabled: boolean;
  isLocked: boolean;
  /** What the engine said at the start. */
  know(isEnabled: boolean, isLocked: boolean): void;
  /** It was shut or opened. */
  tell(isLocked: boolean): void;
};

export const useLockStore = create<LockState>()(
  persist(
    (set) => ({
      isEnabled: false,
      isLocked: false,
      know: (isEnabled, isLocked) => set({ isEnabled, isLocked }),
      tell: (isLocked) => set({ isLocked }),
    }),
    {
      name: 'doso-lock',
      version: 1,
      partialize: ({ isEnabled }) => ({ isEnabled }),
      merge: (saved, fresh) => {
        const isEnabled = (saved as { isEnabled?: unknown } | undefined)?.isEnabled === true;
        return { ...fresh, isEnabled, isLocked: isEnabled };
      },
    },
  ),
);
