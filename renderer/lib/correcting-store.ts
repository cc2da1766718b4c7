/** The record whose values are being corrected by hand; any screen that shows one can open it. */
import type { CorrectedRecord } from '@shared/contract/corrections';
import { create } from 'zustand';

/** As `corrections.getRecord` takes it. */
export type RecordName = { record: CorrectedRecord; recordId: string };

type CorrectingState = {
  opened: RecordName | null;
  /** Since the start. */
  wasOpened: boolean;
  open(name: RecordName): void;
  close(): void;
};

export const useCorrectingStore = create<CorrectingState>((set) => ({
  opened: null,
  wasOpened: false,
  open: (opened) => set({ opened, wasOpened: true }),
  close: () => set({ opened: null }),
}));
