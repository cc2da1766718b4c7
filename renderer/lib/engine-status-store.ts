/** What the desktop last said about the engine, and whether it came back after being lost. */
import type { EngineState, EngineStateChange } from '@shared/contract/desktop-bridge';
import { create } from 'zustand';

type EngineStatus = {
  state: EngineState;
  message: string | null;
  hasRestarted: boolean;
  report(change: EngineStateChange): void;
  acknowledgeRestart(): void;
};

export const useEngineStatusStore = create<EngineStatus>((set) => ({
  state: 'starting',
  message: null,
  hasRestarted: false,
  report: ({ state, message }) =>
    set((before) => ({
      state,
      message,
      hasRestarted:
        state === 'ready' ? before.hasRestarted || before.state === 'restarting' : before.hasRestarted,
    })),
  acknowledgeRestart: () => set({ hasRestarted: false }),
}));
