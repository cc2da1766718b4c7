import { Button } from '@mantine/core';
import type { ForecastAdjustment } from '@shared/contract/forecast-adjustment';
import { grainOf } from '@shared/domain/period';
import { plural } from '@shared/texts/plural';
import { useMutation } from '@tanstack/react-query';
import { type Column, DataTable } from '../../components/data-table';
import { Panel } from '../../components/panel';
import { StatusPill } from '../../components/status-pill';
import { orpc } from '../../lib/engine-client';
import { formatDecimal, formatInstant, formatPercent, formatPeriod, formatSigned } from '../../lib/format';
import { notifyError } from '../../lib/notices-store';
import { texts } from '../../texts/texts';
import classes from './adjust-panel.module.css';
import { seriesWords } from './series-tree';

const words = texts.forecast.adjust.list;

type Props = { adjustments: readonly ForecastAdjustment[]; showsSeries?: boolean };

/** Adjustments on record: in force, or taken back and kept; each can be switched. */
export function AdjustmentList({ adjustments, showsSeries = false }: Props) {
  const columns: Column<ForecastAdjustment>[] = [
    ...(showsSeries
      ? [
          {
            id: 'series',
            header: words.of,
            render: ({ seriesId }: ForecastAdjustment) => seriesWords(seriesId),
          },
        ]
      : []),
    {
      id: 'periods',
      header: words.periods,
      render: ({ firstPeriod, lastPeriod }) =>
        firstPeriod === lastPeriod
          ? formatPeriod(firstPeriod)
          : words.fromTo(formatPeriod(firstPeriod), formatPeriod(lastPeriod)),
      sortBy: ({ firstPeriod }) => firstPeriod,
    },
    {
      id: 'change',
      header: words.change,
      isNumber: true,
      render: (adjustment) => (
        <span className={adjustment.removedAt === null ? undefined : classes.removed}>
          {changeWords(adjustment)}
        </span>
      ),
    },
    { id: 'reason', header: words.reason, render: ({ reason }) => reason },
    { id: 'made', header: words.made, render: ({ createdAt }) => formatInstant(createdAt) },
    {
      id: 'score',
      header: words.since,
      meaning: words.sinceMeaning,
      render: ({ score }) => (score === null ? words.notOver : <Score {...score} />),
    },
    { id: 'switch', header: '', render: (adjustment) => <Switch adjustment={adjustment} /> },
  ];
  return (
    <Panel title={words.title} isFlush testId="adjustments">
      <DataTable
        caption={words.caption}
        columns={columns}
        rows={adjustments}
        rowKey={({ id }) => id}
        maxHeight={300}
        empty={words.none}
      />
    </Panel>
  );
}

/** Who was nearer: the model alone, or with the change. */
function Score({ modelError, adjustedError }: NonNullable<ForecastAdjustment['score']>) {
  const isBetter = adjustedError <= modelError;
  return (
    <span title={words.verdict(isBetter)}>
      <StatusPill tone={isBetter ? 'good' : 'caution'}>
        {isBetter ? words.helped : words.didNotHelp}
      </StatusPill>{' '}
      {words.errors(formatDecimal(modelError), formatDecimal(adjustedError))}
    </span>
  );
}

function changeWords({ factor, units, firstPeriod }: ForecastAdjustment): string {
  if (factor !== null) return formatSigned(factor - 1, (value) => formatPercent(value));
  return words.unitsA(
    formatSigned(units ?? 0, (value) => formatDecimal(value)),
    plural(1, texts.nouns[grainOf(firstPeriod)]),
  );
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
      {removedAt === null ? words.takeBack : words.putInForce}
    </Button>
  );
}
