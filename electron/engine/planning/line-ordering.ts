/**
 * How each line goes to its maker: the day, and a priority code. Where a make has a range of codes the ordered lines of
 * the make are spread over it, the one whose unit is worth most first; a tie goes to the plan's order.
 */
import type { LineOrdering, OrderDates, OrderingProfile } from '@shared/contract/ordering-profile';
import type { Build } from '@shared/domain/build';

type Line = { build: Build; quantity: number; expectedValueCents: number };

/** In the order of the lines; null for a make that has no dates. */
export function lineOrderings(
  lines: readonly Line[],
  profiles: readonly OrderingProfile[],
  dates: readonly OrderDates[],
): (LineOrdering | null)[] {
  const codes = priorityCodes(lines, profiles);
  return lines.map(({ build }, index) => {
    const date = dates.find(({ make }) => make === build.make);
    return date ? { priority: codes[index] ?? null, orderOn: date.orderOn } : null;
  });
}

function priorityCodes(lines: readonly Line[], profiles: readonly OrderingProfile[]): (string | null)[] {
  const codes = lines.map((): string | null => null);
  for (const { make, stockPriority } of profiles) {
    if (stockPriority === null) continue;
    const { first, last } = stockPriority;
    const ranked = lines
      .flatMap((line, index) => (line.build.make === make && line.quantity > 0 ? [{ line, index }] : []))
      .sort((a, b) => worthOfUnit(b.line) - worthOfUnit(a.line) || a.index - b.index);
    ranked.forEach(({ index }, rank) => {
      const share = rank / Math.max(1, ranked.length - 1);
      codes[index] = String(Math.round(first + (last - first) * share)).padStart(2, '0');
    });
  }
  return codes;
}

function worthOfUnit({ expectedValueCents, quantity }: Line): number {
  return expectedValueCents / quantity;
}
