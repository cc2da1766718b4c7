import { useQuery } from '@tanstack/react-query';
import { TotalStrip } from '../../components/total-strip';
import { useFilteredScope } from '../../lib/data-filter';
import { orpc } from '../../lib/engine-client';
import { formatCount, formatDays, formatMoney, formatPercent, formatQuantity } from '../../lib/format';

/** All outcomes on record in one line. */
export function FeedbackFigures() {
  const scope = useFilteredScope();
  const { data } = useQuery(orpc.learning.summarizeFeedback.queryOptions({ input: scope }));
  if (!data) return null;
  const followed = data.accepted + data.changed;
  const sold = `${formatCount(data.unitsSold)} of ${formatCount(data.unitsOrdered)}`;
  const share = formatPercent(data.outcomes > 0 ? followed / data.outcomes : null);
  return (
    <TotalStrip
      label="Outcomes so far"
      testIdPrefix="feedback-total"
      totals={[
        {
          name: 'recommendations',
          label: 'Recommendations',
          value: formatCount(data.outcomes),
          note: `${share} followed`,
        },
        {
          name: 'sold',
          label: 'Units sold',
          value: sold,
          note: `${formatQuantity(data.complete, 'line')} all sold`,
        },
        {
          name: 'days',
          label: 'Median days to turn',
          value: formatDays(data.medianDaysToTurn),
          note: 'of lines with a sale',
        },
        {
          name: 'gross',
          label: 'Gross per unit',
          value: formatMoney(data.grossPerUnitCents),
          note: 'front and back',
        },
        {
          name: 'aged',
          label: 'Aged',
          value: formatCount(data.agedUnits),
          note: 'units past the aged days',
        },
      ]}
    />
  );
}
