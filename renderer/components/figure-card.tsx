import { Tooltip, UnstyledButton } from '@mantine/core';
import type { Figure } from '@shared/contract/primitives';
import type { ReactNode } from 'react';
import classes from './figure-card.module.css';
import { writeBasis, writeFigure, writeSmallPrint } from './figure-text';
import { type Tone, ToneIcon } from './tone';

/** Words, or words with a figure of their own that opens its rows. */
export type FigureLine = string | { name: string; text: string; onOpen(): void };

export type FigureEntry = {
  /** Stable name: `figure-<name>` is its test id. */
  name: string;
  label: string;
  series: 'new' | 'used';
  figure: Figure;
  tone?: { tone: Tone; word: string } | null;
  /** Opens the rows behind the figure. */
  onOpen?: () => void;
  /** Further answers under what the figure rests on, a line each. */
  lines?: readonly FigureLine[] | undefined;
  /** Continues the small print. */
  more?: string | undefined;
};

/** One question with its answers side by side; each says what it rests on and leads to its rows. */
export function FigureCard({
  title,
  question,
  entries,
  corner,
}: {
  title: string;
  question: string;
  entries: FigureEntry[];
  /** Beside the title: what all entries rest on. */
  corner?: ReactNode;
}) {
  return (
    <section className={classes.card} aria-label={title}>
      <div className={classes.head}>
        <Tooltip label={question} position="top-start">
          <h2 className={classes.title}>{title}</h2>
        </Tooltip>
        <span className={classes.corner}>{corner}</span>
      </div>
      <div className={classes.entries}>
        {entries.map((entry) => (
          <Entry key={entry.name} entry={entry} />
        ))}
      </div>
    </section>
  );
}

function Entry({ entry }: { entry: FigureEntry }) {
  const { figure, label, name, onOpen, series, tone, lines, more } = entry;
  const content = (
    <>
      <span className={classes.label}>
        <span className={classes.dot} data-series={series} aria-hidden />
        {label}
        {tone && <ToneIcon tone={tone.tone} size={13} label={tone.word} />}
      </span>
      <span className={classes.value} data-testid={`figure-${name}`}>
        {writeFigure(figure)}
      </span>
      <span className={classes.basis}>{writeBasis(figure)}</span>
      {lines?.map(
        (line) =>
          typeof line === 'string' && (
            <span key={line} className={classes.basis}>
              {line}
            </span>
          ),
      )}
    </>
  );
  const open = (
    <Tooltip label={[writeSmallPrint(figure), more].filter(Boolean).join('. ')} position="bottom-start">
      {onOpen ? (
        <UnstyledButton className={classes.entry} data-open onClick={onOpen}>
          {content}
        </UnstyledButton>
      ) : (
        <div className={classes.entry}>{content}</div>
      )}
    </Tooltip>
  );
  return (
    <div className={classes.column}>
      {open}
      {lines?.map((line) => typeof line !== 'string' && <OpenLine key={line.name} line={line} />)}
    </div>
  );
}

function OpenLine({ line: { name, text, onOpen } }: { line: Exclude<FigureLine, string> }) {
  return (
    <UnstyledButton className={classes.line} onClick={onOpen} data-testid={`figure-${name}`}>
      {text}
    </UnstyledButton>
  );
}
