/** The preload's bridge on `window`; it is there before any script of the page runs. */
import { bridgeName, type DesktopBridge } from '@shared/contract/desktop-bridge';

declare global {
  interface Window {
    [bridgeName]: DesktopBridge;
  }
}

export const desktop: DesktopBridge = window[bridgeName];
