import type { ReactNode } from 'react';
import classes from './empty-state.module.css';

type Props = { icon?: ReactNode; title: string; children?: ReactNode; actions?: ReactNode; testId?: string };

/** What a screen says when there is nothing to show: why, and the way on. */
export function EmptyState({ icon, title, children, actions, testId }: Props) {
  return (
    <div className={classes.empty} data-testid={testId}>
      {icon && (
        <div className={classes.icon} aria-hidden>
          {icon}
        </div>
      )}
      <h2 className={classes.title}>{title}</h2>
      {children && <div className={classes.text}>{children}</div>}
      {actions && <div className={classes.actions}>{actions}</div>}
    </div>
  );
}
