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
import classes from './ordering.module.css';
import { type OrderingText, readOrdering, toOrderingText } from './ordering-text';

type Props = {
  ordering: MakeOrdering;
  isBusy: boolean;
  onSave(profile: OrderingProfile): void;
  onReset(): void;
};

const FIELDS: { name: keyof OrderingText; label: string; hint: string }[] = [
  {
    name: 'stockPriority',
    label: 'Priority of stock orders',
    hint: 'One code, or a range, most wanted first: 20-80',
  },
  { name: 'soldPriority', label: 'Priority of sold orders', hint: 'Empty: none' },
  { name: 'firstOn', label: 'A cycle opens on', hint: 'YYYY-MM-DD; empty: orders go in on any day' },
  { name: 'everyDays', label: 'Days from one cycle to the next', hint: 'Empty: monthly' },
  { name: 'openDays', label: 'Days that it takes orders', hint: 'From its opening on' },
];

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
        {!ordering.isDefault && <StatusPill tone="neutral">changed by you</StatusPill>}
        <span className={classes.dates}>{describeDates(ordering.dates)}</span>
        <span className={classes.buttons}>
          {!ordering.isDefault && (
            <Button size="compact-sm" variant="default" disabled={isBusy} onClick={onReset}>
              As DOSO knows it
            </Button>
          )}
          <Button
            size="compact-sm"
            type="submit"
            disabled={!isChanged || !read.profile}
            loading={isBusy}
            data-testid={`ordering-save-${ordering.make}`}
          >
            Save
          </Button>
        </span>
      </header>
      <Checkbox.Group label="Yours to choose" size="xs" value={free} onChange={setFree}>
        <div className={classes.attributes}>
          {orderAttributeSchema.options.map((name) => (
            <Checkbox key={name} size="xs" value={name} label={WORDS[name]} />
          ))}
        </div>
      </Checkbox.Group>
      <div className={classes.fields}>
        {FIELDS.map(({ name, label, hint }) => (
          <TextInput
            key={name}
            label={label}
            description={hint}
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

const WORDS = {
  body: 'Body',
  trim: 'Trim',
  drivetrain: 'Drive',
  engine: 'Engine',
  package: 'Package',
  color: 'Colours',
} as const;

function describeDates({ orderOn, nextOrderOn, isScheduled }: OrderDates): string {
  if (!isScheduled) return 'No calendar: orders go in at once';
  return `Next order ${formatDay(orderOn)}, then ${formatDay(nextOrderOn)}`;
}
