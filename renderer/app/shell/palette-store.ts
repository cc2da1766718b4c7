import { create } from 'zustand';

type PaletteState = { isOpen: boolean; open(): void; close(): void };

export const usePaletteStore = create<PaletteState>((set) => ({
  isOpen: false,
  open: () => set({ isOpen: true }),
  close: () => set({ isOpen: false }),
}));
