import { ActionIcon, Button, Collapse, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ImportPreview } from '@shared/contract/imports';
import { IconX } from '@tabler/icons-react';
import { StatusPill } from '../../components/status-pill';
import { ToneIcon } from '../../components/tone';
import { formatBytes, formatCount, formatDay, formatQuantity } from '../../lib/format';
import { texts } from '../../texts/texts';
import { FileKind } from './file-kind';
import { useImportQueue } from './import-queue-store';
import { formatWord, targetWord } from './import-words';
import classes from './preview-card.module.css';
import { PreviewDetails } from './preview-details';
import { PreviewQuestions } from './preview-questions';

const words = texts.imports.preview;

type Props = { preview: ImportPreview; isBusy: boolean; onRemove(): void };

/** One file before anything is stored: what it is taken for, what is asked about it, or why it is refused. */
export function PreviewCard({ preview, isBusy, onRemove }: Props) {
  const { refusal, columns, remarks } = preview;
  const canBeMapped = columns.length > 0;
  // A refused file whose columns are known can be helped by saying what they hold, so they are shown at once.
  const [isOpen, { toggle }] = useDisclosure(refusal !== null && canBeMapped);
  const mapped = columns.filter(({ target }) => target !== null).length;
  return (
    <article
      className={classes.card}
      data-testid="import-preview"
      data-refused={refusal !== null || undefined}
      aria-label={preview.file}
    >
      <header className={classes.head}>
        {refusal && <StatusPill tone="act">{words.refused}</StatusPill>}
        <strong className={classes.file} title={preview.path}>
          {preview.file}
        </strong>
        {(canBeMapped || !refusal) && <FileKind preview={preview} />}
        <span className={classes.facts}>{describePreview(preview)}</span>
        {canBeMapped && (
          <Button
            variant="subtle"
            size="compact-xs"
            onClick={toggle}
            aria-expanded={isOpen}
            data-testid="preview-details-toggle"
          >
            {isOpen ? words.hideDetails : words.columnsUsed(mapped, formatQuantity(columns.length, 'column'))}
          </Button>
        )}
        <Tooltip label={words.leaveOut}>
          <ActionIcon
            size="sm"
            aria-label={words.leaveOutOf(preview.file)}
            onClick={onRemove}
            disabled={isBusy}
          >
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
      {!refusal && <PreviewQuestions preview={preview} />}
      {!refusal && <ProblemCount preview={preview} />}
      {remarks.map((remark) => (
        <p key={remark} className={classes.remark}>
          {remark}
        </p>
      ))}
      <Answers preview={preview} />
      <Collapse expanded={isOpen}>{canBeMapped && <PreviewDetails preview={preview} />}</Collapse>
    </article>
  );
}

function ProblemCount({ preview: { problems, rowsSampled } }: { preview: ImportPreview }) {
  if (problems.length === 0) return null;
  return (
    <p className={classes.remark}>
      <ToneIcon tone="caution" size={14} />
      {words.problems(formatQuantity(problems.length, 'problem'), formatQuantity(rowsSampled, 'row'))}
    </p>
  );
}

/** What was said by hand about this file, in one line, so that a slip is seen. */
function Answers({ preview: { key } }: { preview: ImportPreview }) {
  const map = useImportQueue((state) => state.answers[key]?.map);
  const said = Object.entries(map ?? {});
  if (said.length === 0) return null;
  return (
    <p className={classes.remark} data-testid="import-answers">
      <ToneIcon tone="good" size={14} />
      {words.asYouSaid(said.map(([source, target]) => words.answer(source, targetWord(target))).join(', '))}
    </p>
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
    refusal ? null : words.looked(formatCount(rowsSampled)),
    profile ? words.profile(profile) : null,
    asOf ? words.asOf(formatDay(asOf), asOfSource) : null,
  ];
  return parts.filter(Boolean).join(' · ');
}
