import { Button, Checkbox, TextInput } from '@mantine/core';
import {
  type MakeOrdering,
  type OrderDates,
  type OrderingProfile,
  orderAttributeSchema,
  orderAttributes,
} from '@shared/contract/ordering-profile';
import { type FormEvent, useState } from 'react';
import { StatusPill } from '../../../components/status-pill';
import { formatDay } from '../../../lib/format';
import { texts } from '../../../texts/texts';
import classes from './ordering.module.css';
import { type OrderingText, readOrdering, toOrderingText } from './ordering-text';

const words = texts.settings.store.ordering;

type Props = {
  ordering: MakeOrdering;
  isBusy: boolean;
  onSave(profile: OrderingProfile): void;
  onReset(): void;
};

const FIELDS: (keyof OrderingText)[] = ['stockPriority', 'soldPriority', 'firstOn', 'everyDays', 'openDays'];

/** One make's way of taking orders. */
export function MakeOrderingForm({ ordering, isBusy, onSave, onReset }: Props) {
  const saved = toOrderingText(ordering);
  const [text, setText] = useState(saved);
  const [free, setFree] = useState<string[]>(ordering.free);
  const read = readOrdering(
    ordering.make,
    text,
    orderAttributes.filter((name) => free.includes(name)),
  );
  const isChanged =
    JSON.stringify(text) !== JSON.stringify(saved) ||
    [...free].sort().join() !== [...ordering.free].sort().join();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (read.profile) onSave(read.profile);
  };
  return (
    <form className={classes.make} onSubmit={submit} data-testid={`ordering-${ordering.make}`}>
      <header className={classes.head}>
        <h3 className={classes.name}>{ordering.make}</h3>
        {!ordering.isDefault && <StatusPill tone="neutral">{words.changed}</StatusPill>}
        <span className={classes.dates}>{describeDates(ordering.dates)}</span>
        <span className={classes.buttons}>
          {!ordering.isDefault && (
            <Button size="compact-sm" variant="default" disabled={isBusy} onClick={onReset}>
              {words.asKnown}
            </Button>
          )}
          <Button
            size="compact-sm"
            type="submit"
            disabled={!isChanged || !read.profile}
            loading={isBusy}
            data-testid={`ordering-save-${ordering.make}`}
          >
            {words.save}
          </Button>
        </span>
      </header>
      <Checkbox.Group label={words.free} size="xs" value={free} onChange={setFree}>
        <div className={classes.attributes}>
          {orderAttributeSchema.options.map((name) => (
            <Checkbox key={name} size="xs" value={name} label={words.attributes[name]} />
          ))}
        </div>
      </Checkbox.Group>
      <div className={classes.fields}>
        {FIELDS.map((name) => (
          <TextInput
            key={name}
            label={words[name].label}
            description={words[name].hint}
            value={text[name]}
            error={read.errors?.[name]}
            onChange={(event) => {
              const { value } = event.currentTarget;
              setText((before) => ({ ...before, [name]: value }));
            }}
            data-testid={`ordering-${ordering.make}-${name}`}
          />
        ))}
      </div>
    </form>
  );
}

function describeDates({ orderOn, nextOrderOn, isScheduled }: OrderDates): string {
  if (!isScheduled) return words.noCalendar;
  return words.next(formatDay(orderOn), formatDay(nextOrderOn));
}
