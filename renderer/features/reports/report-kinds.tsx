import { UnstyledButton } from '@mantine/core';
import { REPORT_CATALOGUE, REPORT_KINDS, type ReportKind } from '@shared/domain/report-kind';
import type { KeyboardEvent } from 'react';
import { texts } from '../../texts/texts';
import classes from './reports-screen.module.css';

const words = texts.reports;

type Props = { chosen: ReportKind; onChoose(kind: ReportKind): void };

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** The reports there are, one of them chosen; arrows walk the list. */
export function ReportKinds({ chosen, onChoose }: Props) {
  const walk = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = REPORT_KINDS[REPORT_KINDS.indexOf(chosen) + step];
    if (!next) return;
    onChoose(next);
    event.currentTarget.querySelector<HTMLElement>(`[data-kind="${next}"]`)?.focus();
  };
  return (
    <div role="radiogroup" aria-label={words.kinds} className={classes.kinds} onKeyDown={walk}>
      {REPORT_KINDS.map((kind) => (
        <UnstyledButton
          key={kind}
          role="radio"
          aria-checked={kind === chosen}
          tabIndex={kind === chosen ? 0 : -1}
          data-kind={kind}
          data-chosen={kind === chosen || undefined}
          className={classes.kind}
          onClick={() => onChoose(kind)}
          data-testid={`report-kind-${kind}`}
        >
          <span className={classes.title}>{REPORT_CATALOGUE[kind].title}</span>
          <span className={classes.text}>{REPORT_CATALOGUE[kind].purpose}</span>
        </UnstyledButton>
      ))}
    </div>
  );
}
