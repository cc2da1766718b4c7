/**
 * What the sandboxed window may ask of the desktop: dialogs, printing, opening files. Data does not travel
 * here; rows go over the engine's own port, which arrives as a window message (`enginePortMessage`).
 */
import type { ScreenName } from '../domain/screen-names';
import type { BackupFile, ListedBackup, Verification } from './backups';
import type { ErrorCode } from './errors';
import type { ReportInput } from './reports';

/** `resting` while the database is restored or verified with no engine on it. */
export type EngineState = 'starting' | 'ready' | 'restarting' | 'resting' | 'failed';

/** Why the engine does not run, and the newest good backup when the database is what fails. */
export type EngineFailure = {
  code: ErrorCode | 'CRASHED';
  message: string;
  nextStep: string | null;
  backupFile: string | null;
};

/** `message` is for the user; on `failed` it says what to do, and `failure` has the parts. */
export type EngineStateChange = { state: EngineState; message: string | null; failure?: EngineFailure };

/** A process of the app, with the memory it holds and the share of a processor since it was last asked. */
export type AppProcess = { name: string; processId: number; memoryBytes: number; processorShare: number };

/** `keptFolder` is where the database that was there before is kept. */
export type RestoredBackup = { backup: BackupFile; keptFolder: string | null };

export type BackupRequest = { file: string; passphrase?: string };

export type MenuCommand =
  | 'open-files'
  | 'save-report'
  | 'command-palette'
  | 'toggle-theme'
  | 'back'
  | 'forward'
  | 'undo'
  | 'help'
  | 'shortcuts'
  | `go-${ScreenName}`;

export type SaveExtension = 'xlsx' | 'pdf' | 'csv' | 'json' | 'parquet' | 'dosobackup';

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
  chooseSavePath(options: { defaultName: string; extension: SaveExtension }): Promise<string | null>;
  /** Prints a report to a PDF; the engine's figures, the window's layout. */
  printReport(options: { path: string; request: ReportInput }): Promise<BridgeResult<SavedFile>>;
  showInFolder(path: string): Promise<void>;
  /** A notification of the operating system; a click on it brings the window to the front. */
  showNotification(notification: { title: string; body: string }): void;
  openFile(path: string): Promise<void>;
  /** Native pickers; null when the user cancelled. */
  chooseFolder(title: string): Promise<string | null>;
  chooseBackup(): Promise<string | null>;
  /** The automatic backups, also where no engine runs. */
  listBackups(): Promise<BridgeResult<ListedBackup[]>>;
  previewBackup(request: BackupRequest): Promise<BridgeResult<BackupFile>>;
  /** Ends the engine, puts the backup in the database's place and starts the engine again. */
  restoreBackup(request: BackupRequest): Promise<BridgeResult<RestoredBackup>>;
  /** A backup made without the engine, for one that keeps dying. */
  backUpWithoutEngine(request: BackupRequest): Promise<BridgeResult<BackupFile>>;
  /** Ends the engine, looks for damage and starts it again. */
  verifyDatabase(): Promise<BridgeResult<Verification>>;
  listProcesses(): Promise<AppProcess[]>;
  /** Shows the engine's log in the file manager. */
  showLog(): Promise<void>;
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
