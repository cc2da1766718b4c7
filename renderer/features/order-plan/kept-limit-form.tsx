import { Button, NumberInput, Select, TextInput } from '@mantine/core';
import {
  type ConstraintDraft,
  constraintFileSchema,
  type PlanConstraint,
} from '@shared/contract/plan-limits';
import { type FormEvent, useState } from 'react';
import classes from './kept-limits.module.css';

const KINDS = [
  { value: 'minimum_stock', label: 'Stock at least' },
  { value: 'maximum_mix', label: 'Order at most' },
  { value: 'minimum_mix', label: 'Order at least' },
  { value: 'blocked', label: 'Cannot be ordered' },
];

const ATTRIBUTES = [
  { name: 'make', label: 'Make' },
  { name: 'models', label: 'Models', placeholder: 'Tahoe, Suburban' },
  { name: 'trim', label: 'Trim' },
  { name: 'body', label: 'Body' },
  { name: 'drivetrain', label: 'Drive' },
  { name: 'engine', label: 'Engine' },
  { name: 'package', label: 'Package' },
] as const;

type Texts = Partial<Record<(typeof ATTRIBUTES)[number]['name'], string>>;

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
  const [texts, setTexts] = useState<Texts>({});
  const [error, setError] = useState<string | null>(null);
  const isMix = kind === 'maximum_mix' || kind === 'minimum_mix';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readLimit({ kind, unit: isMix ? unit : 'units', bound, texts }, taken);
    if ('error' in read) setError(read.error);
    else onAdd(read.constraint);
  };
  return (
    <form className={classes.form} onSubmit={submit} data-testid="kept-limit-form">
      <Select
        label="Limit"
        data={KINDS}
        value={kind}
        allowDeselect={false}
        onChange={(value) => setKind(value ?? 'minimum_stock')}
      />
      {kind !== 'blocked' && (
        <NumberInput
          label={isMix && unit === 'percent' ? 'Percent' : 'Units'}
          min={0}
          allowDecimal={false}
          value={bound}
          onChange={setBound}
        />
      )}
      {isMix && (
        <Select
          label="Counted in"
          data={[
            { value: 'units', label: 'units' },
            { value: 'percent', label: '% of the order' },
          ]}
          value={unit}
          allowDeselect={false}
          onChange={(value) => setUnit(value ?? 'units')}
        />
      )}
      {ATTRIBUTES.map((attribute) => (
        <TextInput
          key={attribute.name}
          label={attribute.label}
          placeholder={'placeholder' in attribute ? attribute.placeholder : 'any'}
          value={texts[attribute.name] ?? ''}
          onChange={(event) => {
            const { value } = event.currentTarget;
            setTexts((before) => ({ ...before, [attribute.name]: value }));
          }}
          data-testid={`kept-limit-${attribute.name}`}
        />
      ))}
      <div className={classes.buttons}>
        <Button type="submit" loading={isBusy} data-testid="kept-limit-save">
          Add
        </Button>
        <Button variant="default" onClick={onCancel}>
          Cancel
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

type Entered = { kind: string; unit: string; bound: number | string; texts: Texts };

function readLimit(
  { kind, unit, bound, texts }: Entered,
  taken: readonly string[],
): { constraint: PlanConstraint } | { error: string } {
  const named = Object.entries(texts).flatMap(([name, text]): [string, string | string[]][] => {
    const words = text.trim();
    if (words === '') return [];
    return [[name, name === 'models' ? words.split(',').map((word) => word.trim()) : words]];
  });
  const draft = {
    kind,
    ...Object.fromEntries(named),
    ...(unit === 'percent' && { unit }),
    ...(kind !== 'blocked' && { bound: typeof bound === 'number' ? bound : Number.NaN }),
  } as ConstraintDraft;
  const parsed = constraintFileSchema.safeParse([draft]);
  const constraint = parsed.data?.[0];
  if (!constraint) return { error: parsed.error?.issues[0]?.message ?? 'This is no limit.' };
  if (taken.includes(constraint.id)) return { error: 'There is such a limit already; remove it first.' };
  return { constraint };
}
