import { Switch } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { orpc } from '../../../lib/engine-client';
import { formatQuantity } from '../../../lib/format';
import { notify, notifyError } from '../../../lib/notices-store';

type Props = { storeCode: string; isOn: boolean; unknown: number };

/** A store whose deals are not imported can let what left stock count; off again, no trace of it stays. */
export function TreatAsSales({ storeCode, isOn, unknown }: Props) {
  const treat = useMutation(
    orpc.departures.treatAsSales.mutationOptions({
      onSuccess: ({ isTreatedAsSales, countedSales }) =>
        notify({
          tone: 'good',
          title: isTreatedAsSales
            ? `${formatQuantity(countedSales, 'unit')} ${countedSales === 1 ? 'counts' : 'count'} as sold`
            : 'Only deals count as sales again',
          detail: isTreatedAsSales
            ? 'Retail, on the day of the list that lacks them, at their last price, without gross.'
            : null,
        }),
      onError: notifyError,
    }),
  );
  return (
    <Switch
      size="xs"
      label="Treat departures as sales"
      description={
        isOn
          ? 'Those without a deal count as retail sales without gross, until a deal says otherwise'
          : `${formatQuantity(unknown, 'unit')} without a deal ${unknown === 1 ? 'does' : 'do'} not count as sold`
      }
      checked={isOn}
      disabled={treat.isPending}
      onChange={(event) => treat.mutate({ storeCode, isOn: event.currentTarget.checked })}
      data-testid="treat-as-sales"
    />
  );
}
