import type { BackupFile } from '@shared/contract/backups';
import { formatBytes, formatCount, formatInstant } from '../../../lib/format';
import { texts } from '../../../texts/texts';
import classes from './backup.module.css';
import { knownRows, totalRows } from './backup-words';

const words = texts.settings.backup.content;

/** What is in a backup, told without restoring it. */
export function BackupContentTable({
  backup: { bytes, isEncrypted, hasKey, content },
}: {
  backup: BackupFile;
}) {
  const stores = content.stores.map(({ code, name }) => `${name} (${code})`).join(', ');
  return (
    <dl className={classes.facts}>
      <dt>{words.made}</dt>
      <dd>
        {words.madeBy(
          formatInstant(content.createdAt),
          texts.settings.backup.reasons[content.reason].toLowerCase(),
          content.program,
        )}
      </dd>
      <dt>{words.stores}</dt>
      <dd>{stores || words.none}</dd>
      <dt>{words.newestImport}</dt>
      <dd>{formatInstant(content.newestImportAt)}</dd>
      <dt>{words.secrets}</dt>
      <dd>{hasKey ? words.readableAnywhere : words.readableHere}</dd>
      <dt>{words.file}</dt>
      <dd>{words.fileState(formatBytes(bytes), isEncrypted, formatCount(totalRows(content)))}</dd>
      {knownRows(content).map(({ table, label, rows }) => (
        <div key={table} className={classes.pair}>
          <dt>{label}</dt>
          <dd className={classes.number}>{formatCount(rows)}</dd>
        </div>
      ))}
    </dl>
  );
}
