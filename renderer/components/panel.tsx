import type { ReactNode } from 'react';
import classes from './panel.module.css';

type Props = {
  title?: ReactNode;
  note?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  isFlush?: boolean;
  isFilling?: boolean | undefined;
  testId?: string;
};

/** A flat surface with a heading line; flush panels let a table reach their edges. */
export function Panel({ title, note, actions, children, isFlush, isFilling, testId }: Props) {
  return (
    <section className={classes.panel} data-filling={isFilling || undefined} data-testid={testId}>
      {(title || actions) && (
        <header className={classes.header}>
          <h2 className={classes.title}>{title}</h2>
          {note && <span className={classes.note}>{note}</span>}
          {actions && <div className={classes.actions}>{actions}</div>}
        </header>
      )}
      <div className={classes.body} data-flush={isFlush || undefined}>
        {children}
      </div>
    </section>
  );
}
