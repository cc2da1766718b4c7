import { useIsFetching } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import classes from './screen.module.css';

type Props = {
  name: string;
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  /** The screen fills the window and scrolls inside its parts (grids, lists). */
  isFilling?: boolean;
};

/** The frame of every screen: its name, one line that says what it shows, its actions, its content. */
export function Screen({ name, title, lead, actions, children, isFilling }: Props) {
  const main = useRef<HTMLElement>(null);
  const isFetching = useIsFetching() > 0;
  // A new screen takes the focus, so that Tab goes on in it and not in the one that left.
  useEffect(() => main.current?.focus({ preventScroll: true }), []);
  return (
    <main
      ref={main}
      tabIndex={-1}
      className={classes.screen}
      data-filling={isFilling || undefined}
      data-fetching={isFetching || undefined}
      data-testid={`screen-${name}`}
      aria-label={title}
    >
      <header className={classes.header}>
        <h1 className={classes.title}>{title}</h1>
        {lead && <p className={classes.lead}>{lead}</p>}
        {actions && <div className={classes.actions}>{actions}</div>}
      </header>
      {children}
    </main>
  );
}
