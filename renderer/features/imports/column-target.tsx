import { Select, UnstyledButton } from '@mantine/core';
import { type ColumnMapping, type ImportKind, type ImportPreview, NOT_USED } from '@shared/contract/imports';
import { fieldWord } from '@shared/domain/field-words';
import { IconChevronDown } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { StatusPill } from '../../components/status-pill';
import { orpc } from '../../lib/engine-client';
import { texts } from '../../texts/texts';
import classes from './column-target.module.css';
import { useImportQueue } from './import-queue-store';
import { isGuess } from './import-words';

const words = texts.imports.preview.target;

/** What a column was taken for; a click lets the user say otherwise. */
export function ColumnTarget({ preview, column }: { preview: ImportPreview; column: ColumnMapping }) {
  const [isChanging, setChanging] = useState(false);
  const { key, kind } = preview;
  if (column.isPersonal) return <StatusPill tone="neutral">{words.personal}</StatusPill>;
  if (kind === null) return <span className={classes.unused}>{words.kindFirst}</span>;
  if (isChanging)
    return <TargetChoice fileKey={key} column={column} kind={kind} onDone={() => setChanging(false)} />;
  return (
    <UnstyledButton
      className={classes.target}
      title={words.say}
      aria-label={words.holds(column.source, column.target ? fieldWord(column.target) : words.unused)}
      onClick={() => setChanging(true)}
      data-testid={`map-${column.source}`}
    >
      <TargetWord fileKey={key} column={column} />
      <IconChevronDown size={13} aria-hidden className={classes.arrow} />
    </UnstyledButton>
  );
}

function TargetWord({ fileKey, column }: { fileKey: string; column: ColumnMapping }) {
  const chosen = useImportQueue((state) => state.answers[fileKey]?.map?.[column.source]);
  const { target } = column;
  if (target === null) return <span className={classes.unused}>{words.unused}</span>;
  if (chosen) return <StatusPill tone="good">{fieldWord(target)}</StatusPill>;
  if (isGuess(column)) return <StatusPill tone="caution">{fieldWord(target)}</StatusPill>;
  return <span>{fieldWord(target)}</span>;
}

type ChoiceProps = { fileKey: string; column: ColumnMapping; kind: ImportKind; onDone(): void };

/** The fields of the kind; cleared, the column goes back to what was recognised. */
export function TargetChoice({ fileKey, column, kind, onDone }: ChoiceProps) {
  const chosen = useImportQueue((state) => state.answers[fileKey]?.map?.[column.source]);
  const mapColumn = useImportQueue((state) => state.mapColumn);
  const { data: template } = useQuery(orpc.imports.getTemplate.queryOptions({ input: { kind } }));
  const fields = template?.columns.map(({ name }) => ({ value: name, label: name })) ?? [];
  return (
    <Select
      autoFocus
      searchable
      clearable
      defaultDropdownOpened
      size="xs"
      aria-label={words.holdsWhat(column.source)}
      placeholder={column.target ? fieldWord(column.target) : words.notUsed}
      data={[{ value: NOT_USED, label: words.notUsed }, ...fields]}
      value={chosen ?? null}
      onChange={(target) => {
        mapColumn(fileKey, column.source, target);
        onDone();
      }}
      onDropdownClose={onDone}
    />
  );
}
