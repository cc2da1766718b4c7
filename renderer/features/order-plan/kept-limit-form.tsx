import { Button, NumberInput, Select, TextInput } from '@mantine/core';
import {
  type ConstraintDraft,
  constraintFileSchema,
  type PlanConstraint,
} from '@shared/contract/plan-limits';
import { type FormEvent, useState } from 'react';
import { texts } from '../../texts/texts';
import classes from './kept-limits.module.css';

const words = texts.orderPlan.limits.form;

const KINDS = (['minimum_stock', 'maximum_mix', 'minimum_mix', 'blocked'] as const).map((value) => ({
  value,
  label: words.kinds[value],
}));

const ATTRIBUTES = ['make', 'models', 'trim', 'body', 'drivetrain', 'engine', 'package'] as const;

type Typed = Partial<Record<(typeof ATTRIBUTES)[number], string>>;

type Props = {
  taken: readonly string[];
  isBusy: boolean;
  onAdd(constraint: PlanConstraint): void;
  onCancel(): void;
};

/** One limit in the words of the file of limits; the same rules check both. */
export function KeptLimitForm({ taken, isBusy, onAdd, onCancel }: Props) {
  const [kind, setKind] = useState('minimum_stock');
  const [unit, setUnit] = useState('units');
  const [bound, setBound] = useState<number | string>(1);
  const [typed, setTyped] = useState<Typed>({});
  const [error, setError] = useState<string | null>(null);
  const isMix = kind === 'maximum_mix' || kind === 'minimum_mix';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const countedIn = isMix ? unit : 'units';
    const read = readLimit({ kind, unit: countedIn, bound, typed }, taken);
    if ('error' in read) setError(read.error);
    else onAdd(read.constraint);
  };
  return (
    <form className={classes.form} onSubmit={submit} data-testid="kept-limit-form">
      <Select
        label={words.limit}
        data={KINDS}
        value={kind}
        allowDeselect={false}
        onChange={(value) => setKind(value ?? 'minimum_stock')}
      />
      {kind !== 'blocked' && (
        <NumberInput
          label={isMix && unit === 'percent' ? words.percent : words.units}
          min={0}
          allowDecimal={false}
          value={bound}
          onChange={setBound}
        />
      )}
      {isMix && (
        <Select
          label={words.countedIn}
          data={[
            { value: 'units', label: words.inUnits },
            { value: 'percent', label: words.inPercent },
          ]}
          value={unit}
          allowDeselect={false}
          onChange={(value) => setUnit(value ?? 'units')}
        />
      )}
      {ATTRIBUTES.map((name) => (
        <TextInput
          key={name}
          label={words.attributes[name]}
          placeholder={name === 'models' ? words.modelsExample : words.any}
          value={typed[name] ?? ''}
          onChange={(event) => {
            const { value } = event.currentTarget;
            setTyped((before) => ({ ...before, [name]: value }));
          }}
          data-testid={`kept-limit-${name}`}
        />
      ))}
      <div className={classes.buttons}>
        <Button type="submit" loading={isBusy} data-testid="kept-limit-save">
          {words.submit}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {words.cancel}
        </Button>
      </div>
      {error && (
        <p className={classes.error} role="alert">
          {error}
        </p>
      )}
    </form>
  );
}

type Entered = { kind: string; unit: string; bound: number | string; typed: Typed };

function readLimit(
  { kind, unit, bound, typed }: Entered,
  taken: readonly string[],
): { constraint: PlanConstraint } | { error: string } {
  const named = Object.entries(typed).flatMap(([name, text]): [string, string | string[]][] => {
    const value = text.trim();
    if (value === '') return [];
    return [[name, name === 'models' ? value.split(',').map((word) => word.trim()) : value]];
  });
  const draft = {
    kind,
    ...Object.fromEntries(named),
    ...(unit === 'percent' && { unit }),
    ...(kind !== 'blocked' && { bound: typeof bound === 'number' ? bound : Number.NaN }),
  } as ConstraintDraft;
  const parsed = constraintFileSchema.safeParse([draft]);
  const constraint = parsed.data?.[0];
  if (!constraint) return { error: parsed.error?.issues[0]?.message ?? words.wrong };
  if (taken.includes(constraint.id)) return { error: words.taken };
  return { constraint };
}
