import { Button, NumberInput, Select, TextInput } from '@mantine/core';
import type { ForecastDetail } from '@shared/contract/forecast';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Panel } from '../../components/panel';
import { orpc } from '../../lib/engine-client';
import { formatDecimal, formatPeriod } from '../../lib/format';
import { notify, notifyError } from '../../lib/notices-store';
import { useScope } from '../../lib/session-store';
import classes from './adjust-panel.module.css';
import { AdjustmentList } from './adjustment-list';

/** What the user knows and the sales do not tell: a change in percent, from a period to a period, with its reason. */
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
  const [percent, setPercent] = useState<number | string>('');
  const [reason, setReason] = useState('');
  const add = useMutation(
    orpc.forecast.addAdjustment.mutationOptions({
      onSuccess: () => {
        setPercent('');
        setReason('');
        notify({
          tone: 'good',
          title: 'Forecast adjusted',
          detail: 'The next order plan goes by it. It can be taken back below.',
        });
      },
      onError: notifyError,
    }),
  );
  const change = typeof percent === 'number' ? percent : null;
  const isReady = change !== null && change !== 0 && first <= last && reason.trim().length >= 3;
  const chosen = series.points.filter(({ period }) => first <= period && period <= last);
  const before = chosen.reduce((sum, { mean }) => sum + mean, 0);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isReady || change === null) return;
    add.mutate({
      ...scope,
      seriesId: series.id,
      firstPeriod: first,
      lastPeriod: last,
      factor: 1 + change / 100,
      reason: reason.trim(),
    });
  };
  if (periods.length === 0) return null;
  return (
    <Panel title="Adjust" note="kept with its reason, scored later against the model's own number">
      <form className={classes.form} onSubmit={submit} data-testid="adjust-form">
        <Select
          label="From"
          data={periods}
          value={first}
          onChange={(value) => setFirst(value ?? first)}
          allowDeselect={false}
        />
        <Select
          label="To"
          data={periods}
          value={last}
          onChange={(value) => setLast(value ?? last)}
          allowDeselect={false}
          error={first > last ? 'Ends before it begins' : undefined}
        />
        <NumberInput
          label="Change"
          placeholder="+20 or -15"
          suffix=" %"
          min={-100}
          max={1000}
          value={percent}
          onChange={setPercent}
          data-testid="adjust-percent"
        />
        <TextInput
          className={classes.reason}
          label="Reason"
          placeholder="Fleet tender in spring, road works until May ..."
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          data-testid="adjust-reason"
        />
        <Button type="submit" disabled={!isReady} loading={add.isPending} data-testid="adjust-save">
          Adjust
        </Button>
      </form>
      <p className={classes.preview} aria-live="polite">
        {change === null || first > last
          ? 'Series below change in proportion; those above take the difference.'
          : `${formatDecimal(before)} units become ${formatDecimal(before * Math.max(0, 1 + change / 100))}.`}
      </p>
    </Panel>
  );
}
