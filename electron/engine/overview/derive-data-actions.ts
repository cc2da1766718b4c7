/** Actions about the data itself: what is old, what was rejected, what waits for a decision. */
import type { Action } from '@shared/contract/overview';
import { type CalendarDay, daysBetween } from '@shared/domain/calendar-day';
import { writeDay } from '../figures/write-day';
import { writeDollars } from '../figures/write-dollars';
import type { DataFacts } from './action-facts';

const OLD_AFTER_DAYS = 3;
const TOO_OLD_AFTER_DAYS = 14;
/** Sales may lag behind the stock by this much before it is said. */
const SALES_LAG_DAYS = 7;
const FORECAST_OLD_AFTER_DAYS = 35;

export function dataActions(data: DataFacts, asOf: CalendarDay): Action[] {
  return [...planActions(data), ...freshnessActions(data, asOf), ...rejectedActions(data)];
}

function planActions({ plan, forecastAsOf }: DataFacts): Action[] {
  if (plan === null) {
    if (forecastAsOf === null) return [];
    return [
      notice('plan:none', 'Make an order plan', 'There is a forecast, but no order plan yet.', 'order-plan'),
    ];
  }
  if (plan.waitingLines === 0) return [];
  const lines = plan.waitingLines === 1 ? '1 order line waits' : `${plan.waitingLines} order lines wait`;
  return [
    {
      id: `plan:${plan.id}`,
      severity: 'act',
      title: `${lines} for your decision`,
      detail: `${plan.waitingUnits === 1 ? '1 unit' : `${plan.waitingUnits} units`} with an expected net of ${writeDollars(plan.waitingValueCents)}.`,
      amountCents: plan.waitingValueCents,
      amountLabel: 'net, this order',
      target: { screen: 'order-plan', filter: { tab: 'plan', show: 'open' } },
    },
  ];
}

function freshnessActions(data: DataFacts, asOf: CalendarDay): Action[] {
  const actions: Action[] = [];
  if (data.daysOld > OLD_AFTER_DAYS) {
    actions.push({
      ...notice(
        'data:old',
        `The stock is ${data.daysOld} days old`,
        `Every figure is as of ${writeDay(asOf)}. Import today's inventory and sales.`,
        'imports',
      ),
      severity: data.daysOld > TOO_OLD_AFTER_DAYS ? 'act' : 'caution',
    });
  }
  if (data.newestSaleOn !== null && daysBetween(data.newestSaleOn, asOf) > SALES_LAG_DAYS) {
    actions.push(
      notice(
        'data:sales-lag',
        'Sales end before the stock',
        `The newest sale is of ${writeDay(data.newestSaleOn)}, the stock of ${writeDay(asOf)}: rates come out too low.`,
        'imports',
      ),
    );
  }
  return [...actions, ...forecastActions(data, asOf)];
}

function forecastActions({ forecastAsOf }: DataFacts, asOf: CalendarDay): Action[] {
  if (forecastAsOf === null) {
    return [
      notice(
        'forecast:none',
        'Make a forecast',
        'Gaps and the order plan need one for this store.',
        'forecast',
      ),
    ];
  }
  if (daysBetween(forecastAsOf, asOf) <= FORECAST_OLD_AFTER_DAYS) return [];
  return [
    notice(
      'forecast:old',
      'Renew the forecast',
      `The newest one is as of ${writeDay(forecastAsOf)}; sales came in since.`,
      'forecast',
    ),
  ];
}

function rejectedActions({ rejected }: DataFacts): Action[] {
  return rejected.map(({ batchId, fileName, rows }) => ({
    ...notice(
      `rejected:${batchId}`,
      rows === 1 ? `1 row of ${fileName} was rejected` : `${rows} rows of ${fileName} were rejected`,
      'It is in no figure until it is corrected and imported again.',
      'imports',
    ),
    target: { screen: 'imports' as const, filter: { batchId } },
  }));
}

function notice(id: string, title: string, detail: string, screen: Action['target']['screen']): Action {
  return {
    id,
    severity: 'caution',
    title,
    detail,
    amountCents: null,
    amountLabel: null,
    target: { screen, filter: {} },
  };
}
