import classes from './meter.module.css';

/** A share of 1 as a bar. Decorative: its number stands beside it. */
export function Meter({ share, isFull = false, width }: { share: number; isFull?: boolean; width?: number }) {
  return (
    <span className={classes.track} style={{ width }} data-full={isFull || undefined} aria-hidden>
      <span
        className={classes.fill}
        style={{ width: `${Math.round(Math.min(1, Math.max(0, share)) * 100)}%` }}
      />
    </span>
  );
}
