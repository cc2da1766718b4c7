import { Select } from '@mantine/core';
import { type ImportPreview, importKindSchema } from '@shared/contract/imports';
import { texts } from '../../texts/texts';
import classes from './file-kind.module.css';
import { useImportQueue } from './import-queue-store';
import { KIND_WORDS, KINDS } from './import-words';

const words = texts.imports.preview;

const CHOICES = KINDS.map((kind) => ({ value: kind, label: KIND_WORDS[kind] }));

/** What kind of file it was taken for, and the way to say otherwise. */
export function FileKind({ preview: { key, kind, file } }: { preview: ImportPreview }) {
  const chosen = useImportQueue((state) => state.answers[key]?.kind);
  const answer = useImportQueue((state) => state.answer);
  return (
    <Select
      className={classes.kind}
      size="xs"
      aria-label={words.kindOf(file)}
      placeholder={words.whatIsIt}
      data={CHOICES}
      value={chosen ?? kind}
      allowDeselect={false}
      error={(chosen ?? kind) === null}
      onChange={(value) => {
        const next = importKindSchema.safeParse(value).data;
        if (next) answer(key, { kind: next });
      }}
      data-testid="import-kind"
    />
  );
}
