/**
 * What the sandboxed window may ask of the desktop: dialogs, printing, opening files. Data does not travel
 * here; rows go over the engine's own port, which arrives as a window message (`enginePortMessage`).
 */
export type EngineState = 'starting' | 'ready' | 'restarting' | 'failed';

/** `message` is for the user; on `failed` it says what to do. */
export type EngineStateChange = { state: EngineState; message: string | null };

export type MenuCommand =
  | 'open-files'
  | 'save-report'
  | 'command-palette'
  | 'toggle-theme'
  | `go-${'overview' | 'inventory' | 'sales' | 'forecast' | 'order-plan' | 'imports' | 'reports' | 'settings'}`;

export type SavedFile = { path: string; bytes: number };

export type BridgeResult<T> =
  | { ok: true; value: T }
  | { ok: false; error: { code: string; message: string; nextStep: string | null } };

export type DesktopBridge = {
  appVersion: string;
  /** Set when the window runs on a runtime that is only for tests; the shell shows it. */
  runtimeNote: string | null;
  /** Native picker for exports; empty when the user cancelled. */
  chooseFiles(): Promise<string[]>;
  /** The path of a dropped file (a DOM `File`). */
  pathForFile(file: { readonly name: string }): string;
  /** Native save dialog; null when the user cancelled. */
  chooseSavePath(options: { defaultName: string; extension: 'xlsx' | 'pdf' | 'csv' }): Promise<string | null>;
  /** Prints the store report to a PDF; the engine's figures, the window's layout. */
  printReport(options: { path: string; storeCode?: string; asOf?: string }): Promise<BridgeResult<SavedFile>>;
  showInFolder(path: string): Promise<void>;
  openFile(path: string): Promise<void>;
  /** Asks for an engine port; it arrives as a window message, again after each restart of the engine. */
  requestEnginePort(): void;
  /** Starts a failed engine again. */
  retryEngine(): void;
  onEngineState(listener: (change: EngineStateChange) => void): () => void;
  onMenuCommand(listener: (command: MenuCommand) => void): () => void;
};

export const enginePortMessage = 'doso:engine-port';
/** Name of the bridge on `window`. */
export const bridgeName = 'doso';
