/** Cuts totals, models, medians and days from the counts of deals that were read once. Pure. */
import type { DealCount } from './read-sales-rows';

export type SalesTotals = Pick<
  DealCount,
  'units' | 'frontGrossCents' | 'withFront' | 'backGrossCents' | 'withBack' | 'totalGrossCents' | 'withTotal'
> & { medianDays: number | null; withDays: number };

/** Undefined without a deal. */
export function totalsOf(deals: readonly DealCount[]): SalesTotals | undefined {
  if (deals.length === 0) return undefined;
  const sum = (of: (deal: DealCount) => number) => deals.reduce((total, deal) => total + of(deal), 0);
  return {
    units: sum((deal) => deal.units),
    frontGrossCents: sum((deal) => deal.frontGrossCents),
    withFront: sum((deal) => deal.withFront),
    backGrossCents: sum((deal) => deal.backGrossCents),
    withBack: sum((deal) => deal.withBack),
    totalGrossCents: sum((deal) => deal.totalGrossCents),
    withTotal: sum((deal) => deal.withTotal),
    medianDays: medianDays(deals),
    withDays: sum((deal) => (deal.days === null ? 0 : deal.units)),
  };
}

type ModelSales = {
  make: string;
  model: string;
  units: number;
  totalGrossPerUnitCents: number | null;
  medianDaysToTurn: number | null;
};

/** The most sold first; models of as many deals stay in the order they came. */
export function modelsOf(deals: readonly DealCount[]): ModelSales[] {
  const groups = new Map<string, DealCount[]>();
  for (const deal of deals) {
    const key = `${deal.make}\n${deal.model}`;
    const group = groups.get(key);
    if (group) group.push(deal);
    else groups.set(key, [deal]);
  }
  return [...groups.values()]
    .flatMap((group) => {
      const [first] = group;
      const totals = totalsOf(group);
      if (!first || !totals) return [];
      const { units, totalGrossCents, withTotal, medianDays: medianDaysToTurn } = totals;
      const totalGrossPerUnitCents = withTotal === 0 ? null : roundHalfAway(totalGrossCents / withTotal);
      return [{ make: first.make, model: first.model, units, totalGrossPerUnitCents, medianDaysToTurn }];
    })
    .sort((a, b) => b.units - a.units);
}

/** A loss of half a cent is a whole one, as a gain is: the way Postgres rounds. */
function roundHalfAway(cents: number): number {
  const rounded = Math.round(Math.abs(cents));
  return cents < 0 && rounded > 0 ? -rounded : rounded;
}

/** Deals of known days, by those days. */
export function soldDays(deals: readonly DealCount[]): { days: number; units: number }[] {
  return deals.flatMap(({ days, units }) => (days === null ? [] : [{ days, units }]));
}

/** The middle value, or halfway between the two in the middle; null where no days are known. */
function medianDays(deals: readonly DealCount[]): number | null {
  const known = soldDays(deals).sort((a, b) => a.days - b.days);
  const units = known.reduce((sum, row) => sum + row.units, 0);
  if (units === 0) return null;
  const at = (place: number) => {
    let seen = 0;
    return known.find((row) => {
      seen += row.units;
      return seen > place;
    })?.days;
  };
  return ((at(Math.floor((units - 1) / 2)) ?? 0) + (at(Math.floor(units / 2)) ?? 0)) / 2;
}
