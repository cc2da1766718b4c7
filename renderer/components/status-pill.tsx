import type { ReactNode } from 'react';
import classes from './status-pill.module.css';
import { type Tone, ToneIcon } from './tone';

type Props = { tone: Tone | 'neutral'; children: ReactNode; title?: string; testId?: string };

/** A word on its tone's colour, with the tone's icon. */
export function StatusPill({ tone, children, title, testId }: Props) {
  return (
    <span className={classes.pill} data-tone={tone} title={title} data-testid={testId}>
      {tone !== 'neutral' && <ToneIcon tone={tone} size={13} />}
      {children}
    </span>
  );
}
