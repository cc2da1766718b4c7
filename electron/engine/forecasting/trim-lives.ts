/**
 * The life of a trim as the store has seen it: when it first came, when it last came, what is left. From it follow
 * successions (a renamed or replaced trim hands its history on) and ends (a trim that came with no unit of the model's
 * newest year is not built any more, and only what stands is left to sell).
 */
import { addDays, type CalendarDay, daysBetween } from '@shared/domain/calendar-day';

export type TrimName = { make: string; model: string; trim: string | null };

export type TrimLife = TrimName & {
  firstSeenOn: CalendarDay;
  lastArrivedOn: CalendarDay;
  /** Units on the ground. */
  onHand: number;
  /** Units ordered and not arrived. */
  onOrder: number;
  newestModelYear: number | null;
  /** First day of a unit of the newest model year. */
  newestYearSince: CalendarDay | null;
  /** First eight characters of the VINs seen: maker, line, body, engine. */
  vinPatterns: readonly string[];
};

/** Without an arrival for so long, and none on order, supply may have ended. */
const SILENT_DAYS = 120;
/** The model's new year must have been arriving for so long. */
const NEW_YEAR_DAYS = 90;

export function trimKeyOf({ make, model, trim }: TrimName): string {
  return `${make}|${model}|${trim ?? ''}`;
}

/**
 * Trims that are built no more: nothing on order, no arrival for SILENT_DAYS, and not one unit of a model year that the
 * model's other trims have had for NEW_YEAR_DAYS. A trim that merely was not allocated is not among them.
 */
export function endedTrims(lives: readonly TrimLife[], asOf: CalendarDay): TrimLife[] {
  return lives.filter((life) => {
    if (life.onOrder > 0 || daysBetween(life.lastArrivedOn, asOf) < SILENT_DAYS) return false;
    const year = life.newestModelYear;
    if (year === null) return false;
    return lives.some(
      (other) =>
        other.make === life.make &&
        other.model === life.model &&
        other.newestModelYear !== null &&
        other.newestModelYear > year &&
        other.newestYearSince !== null &&
        daysBetween(other.newestYearSince, asOf) >= NEW_YEAR_DAYS,
    );
  });
}

export type Succession = {
  from: TrimName;
  to: TrimName;
  /** 0..1; 1 for what the user said. */
  likeness: number;
  reason: string;
  isByUser: boolean;
};

export type SuccessionDecision = { from: TrimName; to: TrimName; decision: 'confirmed' | 'rejected' };

/** The new one comes at most so long before the last arrival of the old one, or after it. */
const OVERLAP_DAYS = 120;
const PAUSE_DAYS = 210;
/** What was there when the store's history began was no launch. */
const LAUNCH_AFTER_DAYS = 60;
const LEAST_LIKENESS = 0.5;

/**
 * Which trim took over from which: those the user confirmed, and, best likeness first and each trim once on each side,
 * those that timing, name and VIN pattern speak for.
 */
export function findSuccessions(
  lives: readonly TrimLife[],
  historyFrom: CalendarDay,
  asOf: CalendarDay,
  decisions: readonly SuccessionDecision[],
): Succession[] {
  const keyOf = ({ from, to }: { from: TrimName; to: TrimName }) => `${trimKeyOf(from)} > ${trimKeyOf(to)}`;
  const rejected = new Set(decisions.filter(({ decision }) => decision === 'rejected').map(keyOf));
  const confirmed = decisions
    .filter(({ decision }) => decision === 'confirmed')
    .map(({ from, to }): Succession => ({ from, to, likeness: 1, reason: 'set by hand', isByUser: true }));
  const launched = lives.filter(
    ({ firstSeenOn }) => daysBetween(historyFrom, firstSeenOn) > LAUNCH_AFTER_DAYS,
  );
  const found = launched.flatMap((to) =>
    lives.flatMap((from) => {
      const isOther = from.model !== to.model && !hasModelEnded(from, lives, asOf);
      const succession = isOther ? null : compareLives(from, to, asOf);
      return succession && !rejected.has(keyOf(succession)) ? [succession] : [];
    }),
  );
  found.sort((a, b) => b.likeness - a.likeness || (keyOf(a) < keyOf(b) ? -1 : 1));
  const taken: Succession[] = [];
  for (const one of [...confirmed, ...found]) {
    const isTaken = taken.some(
      (other) =>
        trimKeyOf(other.from) === trimKeyOf(one.from) ||
        (!one.isByUser && trimKeyOf(other.to) === trimKeyOf(one.to)),
    );
    if (!isTaken && !isCircular(one, taken)) taken.push(one);
  }
  return taken;
}

function isCircular({ from, to }: Succession, taken: readonly Succession[]): boolean {
  let at: TrimName | undefined = to;
  while (at) {
    if (trimKeyOf(at) === trimKeyOf(from)) return true;
    const key: string = trimKeyOf(at);
    at = taken.find((other) => trimKeyOf(other.from) === key)?.to;
  }
  return false;
}

/** A trim is taken over by one of another model only when its own model came to its end, as a whole. */
function hasModelEnded({ make, model }: TrimLife, lives: readonly TrimLife[], asOf: CalendarDay): boolean {
  return lives
    .filter((other) => other.make === make && other.model === model)
    .every(({ onOrder, lastArrivedOn }) => onOrder === 0 && daysBetween(lastArrivedOn, asOf) >= SILENT_DAYS);
}

function compareLives(from: TrimLife, to: TrimLife, asOf: CalendarDay): Succession | null {
  if (from.make !== to.make || trimKeyOf(from) === trimKeyOf(to) || from.onOrder > 0) return null;
  const pause = daysBetween(from.lastArrivedOn, to.firstSeenOn);
  if (pause < -OVERLAP_DAYS || pause > PAUSE_DAYS) return null;
  if (from.firstSeenOn >= to.firstSeenOn || addDays(from.lastArrivedOn, SILENT_DAYS) > asOf) return null;
  const isSameModel = from.model === to.model;
  const name = nameLikeness(
    isSameModel ? (from.trim ?? '') : `${from.model} ${from.trim ?? ''}`,
    isSameModel ? (to.trim ?? '') : `${to.model} ${to.trim ?? ''}`,
  );
  const vin = patternLikeness(from.vinPatterns, to.vinPatterns);
  const likeness = vin === null ? name : 0.6 * name + 0.4 * vin;
  if (likeness < LEAST_LIKENESS) return null;
  return {
    from: nameOf(from),
    to: nameOf(to),
    likeness,
    reason: describeLikeness(name, vin, from.lastArrivedOn, to.firstSeenOn),
    isByUser: false,
  };
}

function nameOf({ make, model, trim }: TrimName): TrimName {
  return { make, model, trim };
}

function describeLikeness(name: number, vin: number | null, last: CalendarDay, first: CalendarDay): string {
  const parts = [
    `last arrival ${last}, first of the new one ${first}`,
    `names alike ${Math.round(100 * name)} %`,
  ];
  if (vin !== null) parts.push(`VIN patterns alike ${Math.round(100 * vin)} %`);
  return parts.join(', ');
}

/** Dice's coefficient of letter pairs, punctuation and case apart (Dice 1945). */
export function nameLikeness(one: string, other: string): number {
  const pairs = letterPairs(one);
  const others = letterPairs(other);
  const total = pairs.length + others.length;
  if (total === 0) return one === other ? 1 : 0;
  let shared = 0;
  for (const pair of pairs) {
    const at = others.indexOf(pair);
    if (at < 0) continue;
    others.splice(at, 1);
    shared++;
  }
  return (2 * shared) / total;
}

function letterPairs(text: string): string[] {
  const letters = ` ${text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()} `;
  return Array.from({ length: letters.length - 1 }, (_, at) => letters.slice(at, at + 2));
}

/** Share of leading VIN characters that the best pair has in common; null where a side has no VIN. */
function patternLikeness(ones: readonly string[], others: readonly string[]): number | null {
  if (ones.length === 0 || others.length === 0) return null;
  return Math.max(...ones.flatMap((one) => others.map((other) => commonStart(one, other) / 8)));
}

function commonStart(one: string, other: string): number {
  let length = 0;
  while (length < Math.min(one.length, other.length, 8) && one[length] === other[length]) length++;
  return length;
}
