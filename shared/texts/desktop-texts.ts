/**
 * The texts of the desktop around the window, in the language that is shown; those of the window are in renderer/texts.
 * A further language is a module of the same type.
 */
import { desktop } from './en-us/desktop';

export type DesktopTexts = typeof desktop;
export const desktopTexts: DesktopTexts = desktop;
