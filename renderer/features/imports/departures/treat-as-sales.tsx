import { Switch } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { orpc } from '../../../lib/engine-client';
import { formatQuantity } from '../../../lib/format';
import { notify, notifyError } from '../../../lib/notices-store';
import { texts } from '../../../texts/texts';

const words = texts.imports.departures.treat;

type Props = { storeCode: string; isOn: boolean; unknown: number };

/** A store whose deals are not imported can let what left stock count; off again, no trace of it stays. */
export function TreatAsSales({ storeCode, isOn, unknown }: Props) {
  const treat = useMutation(
    orpc.departures.treatAsSales.mutationOptions({
      onSuccess: ({ isTreatedAsSales, countedSales }) =>
        notify({
          tone: 'good',
          title: isTreatedAsSales
            ? words.counted(countedSales, formatQuantity(countedSales, 'unit'))
            : words.onlyDeals,
          detail: isTreatedAsSales ? words.countedAbout : null,
        }),
      onError: notifyError,
    }),
  );
  return (
    <Switch
      size="xs"
      label={words.label}
      description={isOn ? words.isOn : words.notCounted(unknown, formatQuantity(unknown, 'unit'))}
      checked={isOn}
      disabled={treat.isPending}
      onChange={(event) => treat.mutate({ storeCode, isOn: event.currentTarget.checked })}
      data-testid="treat-as-sales"
    />
  );
}
