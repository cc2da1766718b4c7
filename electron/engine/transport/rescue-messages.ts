/**
 * What main asks of a short-lived process while no engine runs: it works where the database does not open.
 * Passphrases travel in these messages and never as arguments, which every user of the machine can see.
 */
import type { BackupFile, ListedBackup, Verification } from '@shared/contract/backups';
import type { RestoredBackup } from '@shared/contract/desktop-bridge';
import type { ErrorReply } from '../jobs/error-reply';

type FileRequest = { file: string; passphrase?: string };

export type RescueTask =
  | { type: 'list' }
  | ({ type: 'preview' } & FileRequest)
  | ({ type: 'restore' } & FileRequest)
  | ({ type: 'backUp' } & FileRequest)
  | { type: 'verify' };

export type RescueResults = {
  list: ListedBackup[];
  preview: BackupFile;
  restore: RestoredBackup;
  backUp: BackupFile;
  verify: Verification;
};

export type RescueReply = { ok: true; value: unknown } | { ok: false; error: ErrorReply };
