/** What the desktop last said about the engine, and whether it came back after being lost. */
import type { EngineFailure, EngineState, EngineStateChange } from '@shared/contract/desktop-bridge';
import { create } from 'zustand';

type EngineStatus = {
  state: EngineState;
  message: string | null;
  /** Why it does not run; null unless the state is `failed`. */
  failure: EngineFailure | null;
  hasRestarted: boolean;
  report(change: EngineStateChange): void;
  acknowledgeRestart(): void;
  /** Starts an engine that was given up; set where the window starts. */
  retry(): void;
};

export const useEngineStatusStore = create<EngineStatus>((set) => ({
  state: 'starting',
  message: null,
  failure: null,
  hasRestarted: false,
  report: ({ state, message, failure }) =>
    set((before) => ({
      state,
      message,
      failure: failure ?? null,
      hasRestarted:
        state === 'ready' ? before.hasRestarted || before.state === 'restarting' : before.hasRestarted,
    })),
  acknowledgeRestart: () => set({ hasRestarted: false }),
  retry: () => undefined,
}));
