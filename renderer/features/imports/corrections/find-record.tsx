import { Button, SegmentedControl, TextInput } from '@mantine/core';
import type { CorrectedRecord } from '@shared/contract/corrections';
import { type FormEvent, useState } from 'react';
import { useCorrectingStore } from '../../../lib/correcting-store';
import { RECORD_WORDS } from './correction-text';
import classes from './find-record.module.css';

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
        aria-label="What is to be corrected"
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
        aria-label="Its number or VIN"
        placeholder={record === 'sale' ? 'Deal number, stock number or VIN' : 'Stock number or VIN'}
        maxLength={LONGEST}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        data-testid="correct-name"
      />
      <Button type="submit" variant="default" disabled={!name.trim()} data-testid="correct-find">
        Correct its values
      </Button>
    </form>
  );
}
