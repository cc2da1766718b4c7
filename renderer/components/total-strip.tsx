import classes from './total-strip.module.css';

export type Total = { name: string; label: string; value: string; note: string };

type Props = { label: string; totals: readonly Total[]; title?: string; testIdPrefix: string };

/** A few sums in one line, each with a word on what it is. */
export function TotalStrip({ label, totals, title, testIdPrefix }: Props) {
  return (
    <section className={classes.strip} aria-label={label} title={title}>
      {totals.map((total) => (
        <div key={total.name} className={classes.total}>
          <span className={classes.label}>{total.label}</span>
          <span className={classes.value} data-testid={`${testIdPrefix}-${total.name}`}>
            {total.value}
          </span>
          <span className={classes.note} title={total.note}>
            {total.note}
          </span>
        </div>
      ))}
    </section>
  );
}
