/** What is said of a gap: how its stock on the day was reckoned, and where its demand comes from. */
export const gaps = {
  projected: ({
    days,
    available,
    soldWaiting,
    arriving,
    sold,
    left,
    isSoldOutBefore,
  }: {
    days: number;
    available: number;
    soldWaiting: number;
    arriving: number;
    sold: string;
    left: string;
    isSoldOutBefore: boolean;
  }) =>
    `in ${days} days, when an order placed today arrives: ${available}` +
    `${soldWaiting > 0 ? ` + ${soldWaiting} sold, not delivered` : ''} + ${arriving} arriving − ${sold} sold = ${left}` +
    `${isSoldOutBefore ? ', sold out before' : ''}`,
  noDemand: 'no demand expected',
  together: (parts: readonly string[]) => parts.join('; '),
  noSales: (days: number) => `no sales in ${days} days`,
  recentRate: (days: number) => `rate of the last ${days} days`,
  noForecast: (days: number) => `no forecast: rate of the last ${days} days`,
  shareOfUsed: (percent: number, model: string) => `${percent} % of the forecast of used ${model}`,
};
