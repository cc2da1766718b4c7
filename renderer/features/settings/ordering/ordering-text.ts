/** A make's ordering profile as typed text, and back through the contract's own rules. */
import {
  type OrderAttribute,
  type OrderingProfile,
  orderingProfileSchema,
} from '@shared/contract/ordering-profile';
import { texts } from '../../../texts/texts';

const words = texts.settings.store.ordering;

export type OrderingText = {
  stockPriority: string;
  soldPriority: string;
  firstOn: string;
  everyDays: string;
  openDays: string;
};

type Errors = Partial<Record<keyof OrderingText, string>>;

export function toOrderingText({ stockPriority, soldPriority, cycle }: OrderingProfile): OrderingText {
  return {
    stockPriority: writeRange(stockPriority),
    soldPriority: writeRange(soldPriority),
    firstOn: cycle.firstOn ?? '',
    everyDays: cycle.everyDays === null ? '' : String(cycle.everyDays),
    openDays: String(cycle.openDays),
  };
}

/** The profile that the texts say, or what is wrong with which field. */
export function readOrdering(
  make: string,
  text: OrderingText,
  free: OrderAttribute[],
): { profile: OrderingProfile; errors: null } | { profile: null; errors: Errors } {
  const parsed = orderingProfileSchema.safeParse({
    make,
    free,
    stockPriority: readRange(text.stockPriority),
    soldPriority: readRange(text.soldPriority),
    cycle: {
      firstOn: text.firstOn.trim() || null,
      everyDays: text.everyDays.trim() === '' ? null : Number(text.everyDays),
      openDays: text.openDays.trim() === '' ? Number.NaN : Number(text.openDays),
    },
  });
  if (parsed.success) return { profile: parsed.data, errors: null };
  const errors: Errors = {};
  for (const { path } of parsed.error.issues) {
    const name = (path[0] === 'cycle' ? path[1] : path[0]) as keyof OrderingText;
    errors[name] ??= words[name].wrong;
  }
  return { profile: null, errors };
}

function writeRange(range: OrderingProfile['stockPriority']): string {
  if (range === null) return '';
  return range.first === range.last ? String(range.first) : `${range.first}-${range.last}`;
}

/** `99`, `20-80` or `20 to 80`; what does not read so fails in the schema. */
function readRange(text: string): { first: number; last: number } | null {
  if (text.trim() === '') return null;
  const [first = '', last = first] = text.split(/-|–|to/);
  const numberOf = (part: string) => (part.trim() === '' ? Number.NaN : Number(part));
  return { first: numberOf(first), last: numberOf(last) };
}
