import { useQuery } from '@tanstack/react-query';
import { orpc } from '../../lib/engine-client';
import { formatCount, formatDays, formatMoney, formatPercent, formatQuantity } from '../../lib/format';
import { useScope } from '../../lib/session-store';
import classes from './feedback-figures.module.css';

/** All outcomes on record in one line. */
export function FeedbackFigures() {
  const scope = useScope();
  const { data } = useQuery(orpc.learning.summarizeFeedback.queryOptions({ input: scope }));
  if (!data) return null;
  const followed = data.accepted + data.changed;
  const sold = `${formatCount(data.unitsSold)} of ${formatCount(data.unitsOrdered)}`;
  return (
    <section className={classes.strip} aria-label="Outcomes so far">
      <Total
        label="Recommendations"
        value={formatCount(data.outcomes)}
        note={`${formatPercent(data.outcomes > 0 ? followed / data.outcomes : null)} followed`}
      />
      <Total label="Units sold" value={sold} note={`${formatQuantity(data.complete, 'line')} all sold`} />
      <Total
        label="Median days to turn"
        value={formatDays(data.medianDaysToTurn)}
        note="of lines with a sale"
      />
      <Total label="Gross per unit" value={formatMoney(data.grossPerUnitCents)} note="front and back" />
      <Total label="Aged" value={formatCount(data.agedUnits)} note="units past the aged days" />
    </section>
  );
}

function Total({ label, value, note }: { label: string; value: string; note: string }) {
  return (
    <div className={classes.total}>
      <span className={classes.label}>{label}</span>
      <span className={classes.value}>{value}</span>
      <span className={classes.note}>{note}</span>
    </div>
  );
}
