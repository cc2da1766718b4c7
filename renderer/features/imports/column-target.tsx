import { Select, UnstyledButton } from '@mantine/core';
import type { ColumnMapping, ImportKind } from '@shared/contract/imports';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { StatusPill } from '../../components/status-pill';
import { orpc } from '../../lib/engine-client';
import classes from './column-target.module.css';
import { useImportQueue } from './import-queue-store';
import { fieldWord } from './import-words';

const SURE = 0.8;

/** What a column was taken for; a click lets the user say otherwise. */
export function ColumnTarget({ column, kind }: { column: ColumnMapping; kind: ImportKind | null }) {
  const [isChanging, setChanging] = useState(false);
  if (column.isPersonal) return <StatusPill tone="neutral">Personal: dropped</StatusPill>;
  if (isChanging && kind)
    return <TargetChoice column={column} kind={kind} onDone={() => setChanging(false)} />;
  return (
    <UnstyledButton
      className={classes.target}
      title="Say what this column holds"
      onClick={() => setChanging(true)}
      data-testid={`map-${column.source}`}
    >
      <TargetWord column={column} />
    </UnstyledButton>
  );
}

function TargetWord({ column: { source, target, confidence } }: { column: ColumnMapping }) {
  const chosen = useImportQueue((state) => state.options.map[source]);
  if (chosen) return <StatusPill tone="good">{chosen}</StatusPill>;
  if (target === null) return <span className={classes.unused}>not used</span>;
  if (confidence < SURE) return <StatusPill tone="caution">{fieldWord(target)}</StatusPill>;
  return <span>{fieldWord(target)}</span>;
}

type ChoiceProps = { column: ColumnMapping; kind: ImportKind; onDone(): void };

function TargetChoice({ column, kind, onDone }: ChoiceProps) {
  const chosen = useImportQueue((state) => state.options.map[column.source]);
  const mapColumn = useImportQueue((state) => state.mapColumn);
  const { data: template } = useQuery(orpc.imports.getTemplate.queryOptions({ input: { kind } }));
  return (
    <Select
      autoFocus
      searchable
      clearable
      defaultDropdownOpened
      size="xs"
      aria-label={`What ${column.source} holds`}
      placeholder={column.target ? fieldWord(column.target) : 'Not used'}
      data={template?.columns.map(({ name }) => name) ?? []}
      value={chosen ?? null}
      onChange={(target) => {
        mapColumn(column.source, target);
        onDone();
      }}
      onDropdownClose={onDone}
    />
  );
}
