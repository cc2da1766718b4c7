import { Button } from '@mantine/core';
import type { ForecastAdjustment } from '@shared/contract/forecast-adjustment';
import { grainOf } from '@shared/domain/period';
import { useMutation } from '@tanstack/react-query';
import { type Column, DataTable } from '../../components/data-table';
import { Panel } from '../../components/panel';
import { StatusPill } from '../../components/status-pill';
import { orpc } from '../../lib/engine-client';
import { formatDecimal, formatInstant, formatPercent, formatPeriod, formatSigned } from '../../lib/format';
import { notifyError } from '../../lib/notices-store';
import classes from './adjust-panel.module.css';
import { seriesWords } from './series-tree';

type Props = { adjustments: readonly ForecastAdjustment[]; showsSeries?: boolean };

/** Adjustments on record: in force, or taken back and kept; each can be switched. */
export function AdjustmentList({ adjustments, showsSeries = false }: Props) {
  const columns: Column<ForecastAdjustment>[] = [
    ...(showsSeries
      ? [{ id: 'series', header: 'Of', render: ({ seriesId }: ForecastAdjustment) => seriesWords(seriesId) }]
      : []),
    {
      id: 'periods',
      header: 'Periods',
      render: ({ firstPeriod, lastPeriod }) =>
        firstPeriod === lastPeriod
          ? formatPeriod(firstPeriod)
          : `${formatPeriod(firstPeriod)} to ${formatPeriod(lastPeriod)}`,
      sortBy: ({ firstPeriod }) => firstPeriod,
    },
    {
      id: 'change',
      header: 'Change',
      isNumber: true,
      render: (adjustment) => (
        <span className={adjustment.removedAt === null ? undefined : classes.removed}>
          {changeWords(adjustment)}
        </span>
      ),
    },
    { id: 'reason', header: 'Reason', render: ({ reason }) => reason },
    { id: 'made', header: 'Made', render: ({ createdAt }) => formatInstant(createdAt) },
    {
      id: 'score',
      header: 'Since',
      meaning:
        'Mean error of the model’s own number, and with the adjustment, over the periods that are over',
      render: ({ score }) => (score === null ? 'not over yet' : <Score {...score} />),
    },
    { id: 'switch', header: '', render: (adjustment) => <Switch adjustment={adjustment} /> },
  ];
  return (
    <Panel title="On record" isFlush testId="adjustments">
      <DataTable
        caption="Adjustments by hand"
        columns={columns}
        rows={adjustments}
        rowKey={({ id }) => id}
        maxHeight={300}
        empty="Nothing was adjusted by hand."
      />
    </Panel>
  );
}

/** Who was nearer: the model alone, or with the change. */
function Score({ modelError, adjustedError }: NonNullable<ForecastAdjustment['score']>) {
  const isBetter = adjustedError <= modelError;
  return (
    <span
      title={`Over ${isBetter ? 'these periods the change helped' : 'these periods the model was nearer'}`}
    >
      <StatusPill tone={isBetter ? 'good' : 'caution'}>{isBetter ? 'Helped' : 'Did not help'}</StatusPill>{' '}
      {formatDecimal(modelError)} off without, {formatDecimal(adjustedError)} with
    </span>
  );
}

function changeWords({ factor, units, firstPeriod }: ForecastAdjustment): string {
  if (factor !== null) return formatSigned(factor - 1, (value) => formatPercent(value));
  return `${formatSigned(units ?? 0, (value) => formatDecimal(value))} a ${grainOf(firstPeriod)}`;
}

function Switch({ adjustment: { id, removedAt } }: { adjustment: ForecastAdjustment }) {
  const change = useMutation(orpc.forecast.setAdjustmentInForce.mutationOptions({ onError: notifyError }));
  return (
    <Button
      size="compact-xs"
      variant="default"
      loading={change.isPending}
      onClick={() => change.mutate({ id, isInForce: removedAt !== null })}
      data-testid="adjustment-switch"
    >
      {removedAt === null ? 'Take back' : 'Put in force'}
    </Button>
  );
}
