import { ActionIcon, Button, Collapse, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ImportPreview } from '@shared/contract/imports';
import { IconX } from '@tabler/icons-react';
import { StatusPill } from '../../components/status-pill';
import { ToneIcon } from '../../components/tone';
import { formatBytes, formatCount, formatDay, formatQuantity } from '../../lib/format';
import { formatWord, KIND_WORDS } from './import-words';
import classes from './preview-card.module.css';
import { PreviewColumns } from './preview-columns';
import { ProblemTable } from './problem-table';

/** One file before anything is stored: what it is taken for, or why it is refused. */
export function PreviewCard({ preview, onRemove }: { preview: ImportPreview; onRemove(): void }) {
  const [isOpen, { toggle }] = useDisclosure(false);
  const { refusal, columns, problems } = preview;
  const mapped = columns.filter(({ target }) => target !== null).length;
  return (
    <article
      className={classes.card}
      data-testid="import-preview"
      data-refused={refusal !== null || undefined}
    >
      <header className={classes.head}>
        <strong className={classes.file} title={preview.path}>
          {preview.file}
        </strong>
        {refusal ? (
          <StatusPill tone="act">Refused</StatusPill>
        ) : (
          <StatusPill tone="good">{preview.kind ? KIND_WORDS[preview.kind] : 'Recognised'}</StatusPill>
        )}
        <span className={classes.facts}>{describePreview(preview)}</span>
        {!refusal && (
          <Button variant="subtle" size="compact-xs" onClick={toggle} aria-expanded={isOpen}>
            {isOpen ? 'Hide details' : `${mapped} of ${formatQuantity(columns.length, 'column')} used`}
          </Button>
        )}
        <Tooltip label="Leave this file out">
          <ActionIcon size="sm" aria-label={`Leave ${preview.file} out`} onClick={onRemove}>
            <IconX size={15} />
          </ActionIcon>
        </Tooltip>
      </header>
      {refusal && (
        <p className={classes.refusal} role="alert" data-testid="import-refusal">
          <ToneIcon tone="act" size={15} />
          <span>
            {refusal.message} {refusal.nextStep}
          </span>
        </p>
      )}
      {preview.remarks.map((remark) => (
        <p key={remark} className={classes.remark}>
          {remark}
        </p>
      ))}
      {!refusal && problems.length > 0 && (
        <p className={classes.remark}>
          <ToneIcon tone="caution" size={14} />
          {formatQuantity(problems.length, 'problem')} in the first{' '}
          {formatQuantity(preview.rowsSampled, 'row')}
        </p>
      )}
      <Collapse expanded={isOpen}>
        <PreviewColumns preview={preview} />
        {problems.length > 0 && <ProblemTable problems={problems} maxHeight={200} />}
      </Collapse>
    </article>
  );
}

function describePreview({
  bytes,
  format,
  profile,
  asOf,
  asOfSource,
  rowsSampled,
  refusal,
}: ImportPreview): string {
  const parts = [
    format && formatWord(format),
    bytes > 0 && formatBytes(bytes),
    refusal ? null : `${formatCount(rowsSampled)} rows looked at`,
    profile ? `profile ${profile}` : null,
    asOf ? `as of ${formatDay(asOf)}${asOfSource ? ` (${asOfSource})` : ''}` : null,
  ];
  return parts.filter(Boolean).join(' · ');
}
