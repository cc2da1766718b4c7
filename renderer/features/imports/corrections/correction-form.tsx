import { Button, Select, TextInput } from '@mantine/core';
import type { CorrectableRecord } from '@shared/contract/corrections';
import { fieldWord } from '@shared/domain/field-words';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { orpc } from '../../../lib/engine-client';
import { notify, notifyError } from '../../../lib/notices-store';
import { texts } from '../../../texts/texts';
import {
  choiceWord,
  editText,
  FIELD_CHOICES,
  faultOf,
  hintOf,
  statedValue,
  valueText,
} from './correction-text';
import classes from './record-drawer.module.css';

const words = texts.imports.corrections.form;

const LONGEST = 200;

type Props = {
  record: CorrectableRecord;
  field: string;
  value: string | null;
  onClose(): void;
};

/** States another value for one field, with a word on why. */
export function CorrectionForm({ record: { record, recordId }, field, value, onClose }: Props) {
  const [text, setText] = useState(editText(field, value));
  const [note, setNote] = useState('');
  const word = fieldWord(field);
  const make = useMutation(
    orpc.corrections.make.mutationOptions({
      onSuccess: ({ to }) => {
        notify({ tone: 'good', title: words.done(word), detail: valueText(field, to) });
        onClose();
      },
      onError: notifyError,
    }),
  );
  const fault = faultOf(field, text);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const stated = { record, recordId, field, value: statedValue(field, text) };
    make.mutate(note.trim() ? { ...stated, note: note.trim() } : stated);
  };
  const choices = FIELD_CHOICES[field];
  return (
    <form className={classes.form} onSubmit={submit} data-testid="correction-form">
      {choices ? (
        <Select
          label={word}
          data={choices.map((choice) => ({ value: choice, label: choiceWord(choice) }))}
          value={text}
          allowDeselect={false}
          onChange={(chosen) => setText(chosen ?? text)}
          data-testid="correction-value"
        />
      ) : (
        <TextInput
          autoFocus
          label={word}
          description={hintOf(field)}
          error={fault}
          maxLength={LONGEST}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          data-testid="correction-value"
        />
      )}
      <TextInput
        className={classes.note}
        label={words.why}
        placeholder={words.whyOptional}
        maxLength={LONGEST}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        data-testid="correction-note"
      />
      <Button variant="default" onClick={onClose}>
        {words.cancel}
      </Button>
      <Button type="submit" disabled={fault !== null} loading={make.isPending} data-testid="correction-save">
        {words.submit}
      </Button>
    </form>
  );
}
