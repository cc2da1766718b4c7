/** The cards of the Overview as a list in reading order on a grid of twelve columns; every change makes a new list. */
import type { LayoutCard } from '@shared/contract/workspace';

export const COLUMNS = 12;
const LEAST_COLUMNS = 2;
const MOST_ROWS = 6;

export type Cards = readonly LayoutCard[];

/** By `step` places; the ends hold it. */
export function moveCard(cards: Cards, id: string, step: number): Cards {
  const from = cards.findIndex((card) => card.id === id);
  const card = cards[from];
  if (!card) return cards;
  const rest = cards.filter((other) => other !== card);
  const to = Math.min(rest.length, Math.max(0, from + step));
  return [...rest.slice(0, to), card, ...rest.slice(to)];
}

/** To the place of another, which makes room towards where the card came from. */
export function moveCardTo(cards: Cards, id: string, targetId: string): Cards {
  const from = cards.findIndex((card) => card.id === id);
  const to = cards.findIndex((card) => card.id === targetId);
  return from < 0 || to < 0 ? cards : moveCard(cards, id, to - from);
}

export function resizeCard(cards: Cards, id: string, columns: number, rows: number): Cards {
  return cards.map((card) =>
    card.id === id
      ? { id, columns: within(columns, LEAST_COLUMNS, COLUMNS), rows: within(rows, 1, MOST_ROWS) }
      : card,
  );
}

export function removeCard(cards: Cards, id: string): Cards {
  return cards.filter((card) => card.id !== id);
}

/** At the end; once is enough. */
export function addCard(cards: Cards, card: LayoutCard): Cards {
  return cards.some(({ id }) => id === card.id) ? cards : [...cards, card];
}

/** Drops what is unknown and what is there twice: a layout may be older or newer than the window. */
export function usableCards(cards: Cards, known: ReadonlySet<string>): Cards {
  return cards.filter(
    (card, index) => known.has(card.id) && cards.findIndex(({ id }) => id === card.id) === index,
  );
}

function within(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, Math.round(value)));
}
