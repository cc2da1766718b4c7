import { useQuery } from '@tanstack/react-query';
import { TotalStrip } from '../../components/total-strip';
import { useFilteredScope } from '../../lib/data-filter';
import { orpc } from '../../lib/engine-client';
import { formatCount, formatDays, formatMoney, formatPercent, formatQuantity } from '../../lib/format';
import { texts } from '../../texts/texts';

const words = texts.feedback.totals;

/** All outcomes on record in one line. */
export function FeedbackFigures() {
  const scope = useFilteredScope();
  const { data } = useQuery(orpc.learning.summarizeFeedback.queryOptions({ input: scope }));
  if (!data) return null;
  const followed = data.accepted + data.changed;
  const sold = words.soldOf(formatCount(data.unitsSold), formatCount(data.unitsOrdered));
  const share = formatPercent(data.outcomes > 0 ? followed / data.outcomes : null);
  return (
    <TotalStrip
      label={words.label}
      testIdPrefix="feedback-total"
      totals={[
        {
          name: 'recommendations',
          label: words.recommendations,
          value: formatCount(data.outcomes),
          note: words.followed(share),
        },
        {
          name: 'sold',
          label: words.sold,
          value: sold,
          note: words.allSold(formatQuantity(data.complete, 'line')),
        },
        {
          name: 'days',
          label: words.days,
          value: formatDays(data.medianDaysToTurn),
          note: words.daysNote,
        },
        {
          name: 'gross',
          label: words.gross,
          value: formatMoney(data.grossPerUnitCents),
          note: words.grossNote,
        },
        {
          name: 'aged',
          label: words.aged,
          value: formatCount(data.agedUnits),
          note: words.agedNote,
        },
      ]}
    />
  );
}
