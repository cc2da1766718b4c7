import { plural } from '../../../plural';

const builds = (count: number) => `${count} ${plural(count, { one: 'build', other: 'builds' })}`;

/** What a reader should know of a plan as a whole, and what its job is doing. */
export const notes = {
  window: ({
    from,
    to,
    shortest,
    longest,
    isMeasured,
    isAllocated,
    reviewDays,
  }: {
    from: string;
    to: string;
    shortest: number;
    longest: number;
    isMeasured: boolean;
    isAllocated: boolean;
    reviewDays: number;
  }) => {
    const lead = shortest === longest ? `${longest} days` : `${shortest} to ${longest} days, by model,`;
    const review = isAllocated
      ? `one allocation cycle of ${reviewDays} days`
      : `${reviewDays} days to the next order`;
    return `${from} to ${to}: ${lead} from order to delivery${isMeasured ? '' : ' (assumed, none measured)'} and ${review}.`;
  },
  adjusted: (forecasts: string) =>
    `Goes by forecasts adjusted by hand, units over the forecast's months: ${forecasts}.`,
  adjustedForecast: (name: string, now: string, before: string) => `${name} ${now} instead of ${before}`,
  demandBesideForecast: (plan: string, forecast: string) =>
    `Expects ${plan} sales of the builds that can be ordered by the end of their windows; their forecast says ${forecast}. ` +
    'The plan counts what sold on days in stock, so what could have sold on the others is in it; the forecast says what will sell, levels made to add up.',
  ordersToday: (make: string, next: string) =>
    `${make} takes orders today; the next after that go in on ${next}.`,
  ordersOn: (make: string, day: string, next: string) =>
    `${make} takes orders on ${day}; the next after that go in on ${next}.`,
  makerChooses: (make: string, attributes: string) =>
    `${make} chooses ${attributes}: no more is ordered of each than its share of what came in a year.`,
  attributes: {
    trim: 'trim',
    body: 'body',
    drivetrain: 'drivetrain',
    engine: 'engine',
    package: 'package',
    color: 'color',
  },
  tried: (units: number, givenUp: string) =>
    plural(units, {
      one: `One unit tries a build worth nearly as much as the best, to learn of it; it gives up ${givenUp} of expected net.`,
      other: `${units} units try builds worth nearly as much as the best, to learn of them; together they give up ${givenUp} of expected net.`,
    }),
  unvalued: (count: number) => `Left out for want of a known gross or cost: ${builds(count)}.`,
  unforecast: (count: number) =>
    `No forecast of the trim, its recent rate of sale is used: ${builds(count)}.`,
  discontinued: (days: number, models: string) =>
    `Nothing received or on order for ${days} days, so taken as discontinued: ${models}.`,

  progress: {
    reading: 'Reading sales, stock and orders',
    valuing: 'Working out what the next units are worth',
    solving: 'Finding the best order',
    pricing: (done: number, limits: number) => `Pricing the limits, ${done} of ${limits}`,
    tryingDemand: (percent: number) => `Trying ${percent} % of the demand`,
  },
};
