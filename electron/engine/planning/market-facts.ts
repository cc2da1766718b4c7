/**
 * A model in its region: its share and trend, and how it stands against its rivals, the other models of its segment. Days
 * supply and price of the rivals are means weighted by their units; a fact that is missing on either side is null.
 */
import type { MarketFact } from './types';

export type MarketModel = {
  segment: string;
  make: string;
  model: string;
  units: number;
  share: number | null;
  trend: number | null;
  averagePriceCents: number | null;
  daysSupply: number | null;
};

/** A model without a share is none. */
export function marketFactsOf(models: readonly MarketModel[]): MarketFact[] {
  return models.flatMap((own): MarketFact[] => {
    if (own.share === null) return [];
    const rivals = models.filter((other) => other !== own && other.segment === own.segment);
    return [
      {
        make: own.make,
        model: own.model,
        share: own.share,
        trend: own.trend,
        supplyToRivals: ratio(
          own.daysSupply,
          meanOf(rivals, ({ daysSupply }) => daysSupply),
        ),
        priceToRivals: ratio(
          own.averagePriceCents,
          meanOf(rivals, ({ averagePriceCents }) => averagePriceCents),
        ),
      },
    ];
  });
}

function meanOf(
  models: readonly MarketModel[],
  figureOf: (model: MarketModel) => number | null,
): number | null {
  const known = models.flatMap((model) => {
    const figure = figureOf(model);
    return figure === null ? [] : [{ figure, units: model.units }];
  });
  const units = known.reduce((sum, one) => sum + one.units, 0);
  return units === 0 ? null : known.reduce((sum, one) => sum + one.figure * one.units, 0) / units;
}

function ratio(own: number | null, rivals: number | null): number | null {
  return own === null || rivals === null || rivals <= 0 ? null : own / rivals;
}
