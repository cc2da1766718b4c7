import type { BackupFile } from '@shared/contract/backups';
import { formatBytes, formatCount, formatInstant } from '../../../lib/format';
import classes from './backup.module.css';
import { knownRows, REASON_WORDS, totalRows } from './backup-words';

/** What is in a backup, told without restoring it. */
export function BackupContentTable({
  backup: { bytes, isEncrypted, hasKey, content },
}: {
  backup: BackupFile;
}) {
  const stores = content.stores.map(({ code, name }) => `${name} (${code})`).join(', ');
  return (
    <dl className={classes.facts}>
      <dt>Made</dt>
      <dd>
        {formatInstant(content.createdAt)}, {REASON_WORDS[content.reason].toLowerCase()}, by {content.program}
      </dd>
      <dt>Stores</dt>
      <dd>{stores || 'none'}</dd>
      <dt>Newest import</dt>
      <dd>{formatInstant(content.newestImportAt)}</dd>
      <dt>ZIP codes, notes</dt>
      <dd>{hasKey ? 'readable on any computer' : 'readable on the computer that made it'}</dd>
      <dt>File</dt>
      <dd>
        {formatBytes(bytes)}, {isEncrypted ? 'encrypted' : 'not encrypted'}; {formatCount(totalRows(content))}{' '}
        rows in all
      </dd>
      {knownRows(content).map(({ table, label, rows }) => (
        <div key={table} className={classes.pair}>
          <dt>{label}</dt>
          <dd className={classes.number}>{formatCount(rows)}</dd>
        </div>
      ))}
    </dl>
  );
}
