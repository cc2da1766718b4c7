/** Where the guide of the first start is: four steps, then none. Kept in memory, for a second start has a store. */
import { create } from 'zustand';

export type GuideStep = 1 | 2 | 3 | 4;

type GuideState = { step: GuideStep | null; go(step: GuideStep | null): void };

export const useGuideStore = create<GuideState>((set) => ({ step: null, go: (step) => set({ step }) }));
