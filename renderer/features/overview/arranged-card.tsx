import { ActionIcon } from '@mantine/core';
import {
  IconArrowLeft,
  IconArrowRight,
  IconArrowsDiagonal2,
  IconMinus,
  IconPlus,
  IconX,
} from '@tabler/icons-react';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react';
import { texts } from '../../texts/texts';
import { COLUMNS, moveCard, moveCardTo, removeCard, resizeCard } from './arrange-cards';
import classes from './arranged-card.module.css';
import type { OverviewCard } from './overview-cards';
import type { OverviewLayout } from './use-overview-layout';

const words = texts.overview.card;

type Props = {
  card: OverviewCard;
  layout: OverviewLayout;
  dragged: string | null;
  onDrag(id: string | null): void;
  children: ReactNode;
};

/** A card that is being arranged: by dragging, by its buttons, or by the arrow keys while it is marked. */
export function ArrangedCard({ card, layout, dragged, onDrag, children }: Props) {
  const { id, title, columns, rows } = card;
  const change = useCardChanges(card, layout);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (event.target !== event.currentTarget) return;
    if (event.key === 'Delete') change.remove();
    else if (step && event.shiftKey) change.resizeBy(step.columns, step.rows);
    else if (step) change.moveBy(step.columns + step.rows);
    else return;
    event.preventDefault();
  };
  return (
    <section
      className={classes.card}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the card takes the arrow keys while it is arranged
      tabIndex={0}
      aria-label={`${words.region(title)}, ${words.size(columns, rows)}`}
      data-dragged={dragged === id || undefined}
      draggable
      onKeyDown={onKeyDown}
      onDragStart={() => onDrag(id)}
      onDragEnd={() => onDrag(null)}
      onDragOver={(event) => dragged && event.preventDefault()}
      onDrop={(event) => {
        // The shell takes dropped files; a card is none.
        event.stopPropagation();
        event.preventDefault();
        if (dragged && dragged !== id) layout.change(moveCardTo(layout.cards, dragged, id));
      }}
      data-testid={`arrange-${id}`}
    >
      <div className={classes.tools}>
        <span className={classes.title}>{title}</span>
        <Tool
          label={words.earlier(title)}
          onClick={() => change.moveBy(-1)}
          icon={<IconArrowLeft size={14} />}
        />
        <Tool
          label={words.later(title)}
          onClick={() => change.moveBy(1)}
          icon={<IconArrowRight size={14} />}
        />
        <Tool
          label={words.narrower(title)}
          onClick={() => change.resizeBy(-1, 0)}
          icon={<IconMinus size={14} />}
        />
        <Tool
          label={words.wider(title)}
          onClick={() => change.resizeBy(1, 0)}
          icon={<IconPlus size={14} />}
        />
        <Tool label={words.remove(title)} onClick={change.remove} icon={<IconX size={14} />} />
      </div>
      <div className={classes.body} inert>
        {children}
      </div>
      <ResizeHandle card={card} onResize={change.resizeTo} />
    </section>
  );
}

const STEPS: Record<string, { columns: number; rows: number }> = {
  ArrowLeft: { columns: -1, rows: 0 },
  ArrowRight: { columns: 1, rows: 0 },
  ArrowUp: { columns: 0, rows: -1 },
  ArrowDown: { columns: 0, rows: 1 },
};

function useCardChanges({ id, columns, rows }: OverviewCard, { cards, change }: OverviewLayout) {
  const resizeTo = (wide: number, high: number) => change(resizeCard(cards, id, wide, high));
  return {
    moveBy: (step: number) => change(moveCard(cards, id, step)),
    resizeBy: (wide: number, high: number) => resizeTo(columns + wide, rows + high),
    resizeTo,
    remove: () => change(removeCard(cards, id)),
  };
}

function Tool({ label, icon, onClick }: { label: string; icon: ReactNode; onClick(): void }) {
  return (
    <ActionIcon size="sm" aria-label={label} title={label} onClick={onClick}>
      {icon}
    </ActionIcon>
  );
}

/** The corner that is pulled: the size it is let go at, in whole columns and rows. Keys do the same on the card. */
function ResizeHandle({
  card,
  onResize,
}: {
  card: OverviewCard;
  onResize(columns: number, rows: number): void;
}) {
  const start = useRef<{ x: number; y: number; width: number; height: number } | null>(null);
  const begin = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.parentElement?.getBoundingClientRect();
    if (!box) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { x: event.clientX, y: event.clientY, width: box.width, height: box.height };
  };
  const end = (event: PointerEvent<HTMLElement>) => {
    const from = start.current;
    start.current = null;
    if (!from) return;
    const wide = (card.columns * (from.width + event.clientX - from.x)) / from.width;
    const high = (card.rows * (from.height + event.clientY - from.y)) / from.height;
    onResize(Math.min(COLUMNS, wide), high);
  };
  return (
    <span
      className={classes.handle}
      aria-hidden
      onPointerDown={begin}
      onPointerUp={end}
      data-testid={`resize-${card.id}`}
    >
      <IconArrowsDiagonal2 size={14} />
    </span>
  );
}
