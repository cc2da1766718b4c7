import { Button, SegmentedControl, TextInput } from '@mantine/core';
import type { CorrectedRecord } from '@shared/contract/corrections';
import { type FormEvent, useState } from 'react';
import { useCorrectingStore } from '../../../lib/correcting-store';
import { texts } from '../../../texts/texts';
import { RECORD_WORDS } from './correction-text';
import classes from './find-record.module.css';

const words = texts.imports.corrections.find;

const LONGEST = 40;

/** Names the unit or deal whose values are to be corrected. */
export function FindRecord() {
  const [record, setRecord] = useState<CorrectedRecord>('stock');
  const [name, setName] = useState('');
  const open = useCorrectingStore((state) => state.open);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim()) open({ record, recordId: `key:${name.trim()}` });
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <SegmentedControl
        aria-label={words.what}
        data={[
          { value: 'stock', label: RECORD_WORDS.stock },
          { value: 'sale', label: RECORD_WORDS.sale },
        ]}
        value={record}
        onChange={(value) => setRecord(value === 'sale' ? 'sale' : 'stock')}
        data-testid="correct-kind"
      />
      <TextInput
        className={classes.name}
        aria-label={words.number}
        placeholder={record === 'sale' ? words.sale : words.stock}
        maxLength={LONGEST}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        data-testid="correct-name"
      />
      <Button type="submit" variant="default" disabled={!name.trim()} data-testid="correct-find">
        {words.submit}
      </Button>
    </form>
  );
}
