import { create } from 'zustand';

/** Which sheet lies over the screen. */
export type Sheet = 'shortcuts' | 'help';

type SheetState = { sheet: Sheet | null; show(sheet: Sheet): void; close(): void };

export const useSheetStore = create<SheetState>((set) => ({
  sheet: null,
  show: (sheet) => set({ sheet }),
  close: () => set({ sheet: null }),
}));
