import { ActionIcon } from '@mantine/core';
import type { CorrectableRecord } from '@shared/contract/corrections';
import { fieldWord } from '@shared/domain/field-words';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { StatusPill } from '../../../components/status-pill';
import { texts } from '../../../texts/texts';
import { CorrectionForm } from './correction-form';
import { valueText } from './correction-text';
import classes from './record-drawer.module.css';

const words = texts.imports.corrections.record;

type Props = { record: CorrectableRecord; value: CorrectableRecord['values'][number] };

/** One value; the pencil opens the box in which another is stated. */
export function RecordValue({ record, value: { field, value, isCorrected } }: Props) {
  const [isEditing, setEditing] = useState(false);
  const word = fieldWord(field);
  return (
    <div className={classes.value} data-testid={`value-${field}`}>
      <dt>{word}</dt>
      <dd>
        {isCorrected && <StatusPill tone="caution">{words.one}</StatusPill>}
        <span>{valueText(field, value)}</span>
        {!isEditing && (
          <ActionIcon
            size="sm"
            aria-label={words.correct(word)}
            onClick={() => setEditing(true)}
            data-testid={`correct-${field}`}
          >
            <IconPencil size={14} />
          </ActionIcon>
        )}
      </dd>
      {isEditing && (
        <dd className={classes.editing}>
          <CorrectionForm record={record} field={field} value={value} onClose={() => setEditing(false)} />
        </dd>
      )}
    </div>
  );
}
