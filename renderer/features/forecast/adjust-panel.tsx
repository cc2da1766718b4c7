import { Button, NumberInput, SegmentedControl, Select, TextInput } from '@mantine/core';
import type { ForecastDetail } from '@shared/contract/forecast';
import type { ForecastAdjustment } from '@shared/contract/forecast-adjustment';
import { plural } from '@shared/texts/plural';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Panel } from '../../components/panel';
import { orpc } from '../../lib/engine-client';
import { formatDecimal, formatPeriod } from '../../lib/format';
import { notify, notifyError } from '../../lib/notices-store';
import { useScope } from '../../lib/session-store';
import { texts } from '../../texts/texts';
import classes from './adjust-panel.module.css';
import { AdjustmentList } from './adjustment-list';

const words = texts.forecast.adjust;

/** What the user knows and the sales do not tell: a change in percent or units, from a period to a period, with its reason. */
export function AdjustPanel({ series }: { series: ForecastDetail }) {
  return (
    <>
      <AdjustForm key={series.id} series={series} />
      <AdjustmentList adjustments={series.adjustments} />
    </>
  );
}

function AdjustForm({ series }: { series: ForecastDetail }) {
  const scope = useScope();
  const periods = series.points.map(({ period }) => ({ value: period, label: formatPeriod(period) }));
  const [first, setFirst] = useState(periods[0]?.value ?? '');
  const [last, setLast] = useState(periods.at(-1)?.value ?? '');
  const [kind, setKind] = useState<ChangeKind>('percent');
  const [amount, setAmount] = useState<number | string>('');
  const [reason, setReason] = useState('');
  const add = useMutation(
    orpc.forecast.addAdjustment.mutationOptions({
      onSuccess: () => {
        setAmount('');
        setReason('');
        notify({
          tone: 'good',
          title: words.done,
          detail: words.doneAbout,
        });
      },
      onError: notifyError,
    }),
  );
  const change = typeof amount === 'number' && amount !== 0 ? changeOf(kind, amount) : null;
  const isReady = change !== null && first <= last && reason.trim().length >= 3;
  const chosen = series.points.filter(({ period }) => first <= period && period <= last);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isReady || change === null) return;
    add.mutate({
      ...scope,
      seriesId: series.id,
      firstPeriod: first,
      lastPeriod: last,
      ...change,
      reason: reason.trim(),
    });
  };
  if (periods.length === 0) return null;
  return (
    <Panel title={words.title} note={words.note}>
      <form className={classes.form} onSubmit={submit} data-testid="adjust-form">
        <SegmentedControl
          aria-label={words.by}
          data={[
            { value: 'percent', label: '%' },
            { value: 'units', label: words.units },
          ]}
          value={kind}
          onChange={(value) => setKind(value === 'units' ? 'units' : 'percent')}
          data-testid="adjust-kind"
        />
        <Select
          label={words.from}
          data={periods}
          value={first}
          onChange={(value) => setFirst(value ?? first)}
          allowDeselect={false}
        />
        <Select
          label={words.to}
          data={periods}
          value={last}
          onChange={(value) => setLast(value ?? last)}
          allowDeselect={false}
          error={first > last ? words.endsBefore : undefined}
        />
        <NumberInput
          label={
            kind === 'percent' ? words.changePercent : words.unitsA(plural(1, texts.nouns[series.grain]))
          }
          placeholder={kind === 'percent' ? words.percentExample : words.unitsExample}
          suffix={kind === 'percent' ? ' %' : ''}
          min={kind === 'percent' ? -100 : -10_000}
          max={kind === 'percent' ? 1000 : 10_000}
          value={amount}
          onChange={setAmount}
          data-testid="adjust-amount"
        />
        <TextInput
          className={classes.reason}
          label={words.reason}
          placeholder={words.reasonExample}
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          data-testid="adjust-reason"
        />
        <Button type="submit" disabled={!isReady} loading={add.isPending} data-testid="adjust-save">
          {words.submit}
        </Button>
      </form>
      <p className={classes.preview} aria-live="polite">
        {change === null || first > last
          ? words.about
          : describeEffect(
              chosen.map(({ mean }) => mean),
              change,
            )}
      </p>
    </Panel>
  );
}

type ChangeKind = 'percent' | 'units';
type Change = Pick<ForecastAdjustment, 'factor' | 'units'>;

function changeOf(kind: ChangeKind, amount: number): Change {
  return kind === 'percent' ? { factor: 1 + amount / 100, units: null } : { factor: null, units: amount };
}

function describeEffect(means: readonly number[], { factor, units }: Change): string {
  const sum = (values: readonly number[]) => formatDecimal(values.reduce((total, value) => total + value, 0));
  const after = means.map((mean) => Math.max(0, mean * (factor ?? 1) + (units ?? 0)));
  return words.effect(sum(means), sum(after));
}
