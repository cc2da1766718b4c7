/**
 * What is worth doing today, from the store's own figures. Amounts are integer cents: what standing costs in a
 * month of 30 days, or the gross that is missed in a month.
 */
import type { Action } from '@shared/contract/overview';
import type { StoreSettings } from '@shared/contract/stores';
import type { CalendarDay } from '@shared/domain/calendar-day';
import { writeDay } from '../figures/write-day';
import { writeDollars } from '../figures/write-dollars';
import type { DataFacts, ModelFact } from './action-facts';
import { dataActions } from './derive-data-actions';

const DAYS_IN_MONTH = 30;
const MONTHS_IN_90_DAYS = 3;
/** An action is marked "act" from this share of what the whole stock costs to hold in a month, and this much. */
const ACT_FROM_SHARE = 0.02;
const ACT_FROM_CENTS = 50_000;
/** Fewer excess units, or fewer sales, are chance. */
const LEAST_EXCESS = 3;
const LEAST_SALES = 3;
/** The dearest few of each kind: a longer list is not read. */
const SHOWN_STANDING = 8;
const SHOWN_SOLD_OUT = 4;

export type ActionSettings = Pick<
  StoreSettings,
  'agedDaysNew' | 'agedDaysUsed' | 'targetDaysSupplyNew' | 'targetDaysSupplyUsed' | 'daysSupplyWindowDays'
>;

export function deriveActions(
  models: readonly ModelFact[],
  data: DataFacts,
  settings: ActionSettings,
  asOf: CalendarDay,
): Action[] {
  const perDay = models.reduce((sum, fact) => sum + fact.holdingCentsPerDay, 0);
  const actFromCents = Math.max(ACT_FROM_CENTS, ACT_FROM_SHARE * perDay * DAYS_IN_MONTH);
  const ofModels = [
    ...dearest(
      models.flatMap((fact) => standingAction(fact, settings)),
      SHOWN_STANDING,
    ),
    ...dearest(
      models.flatMap((fact) => soldOutAction(fact)),
      SHOWN_SOLD_OUT,
    ),
  ].map((action) =>
    (action.amountCents ?? 0) >= actFromCents ? { ...action, severity: 'act' as const } : action,
  );
  return orderActions([...ofModels, ...dataActions(data, asOf)]);
}

/** Units beyond the target days supply, whole: 24 available at 12 sold in 45 days and a target of 60 are 8. */
export function excessUnits(
  available: number,
  soldInWindow: number,
  windowDays: number,
  targetDays: number,
): number {
  return Math.max(0, Math.floor(available - (soldInWindow * targetDays) / windowDays));
}

/** Acts first, then by money at stake; what has no amount comes after what has. */
export function orderActions(actions: readonly Action[]): Action[] {
  const rank = { act: 0, caution: 1, good: 2 } as const;
  return [...actions].sort(
    (a, b) =>
      rank[a.severity] - rank[b.severity] ||
      (b.amountCents ?? -1) - (a.amountCents ?? -1) ||
      a.id.localeCompare(b.id),
  );
}

const TO_HOLD = 'a month to hold';

/** One action for a model that has too many or has had some for too long; its aged units are among the excess. */
function standingAction(fact: ModelFact, settings: ActionSettings): Action[] {
  const aged = describeAged(fact, settings);
  const excess = describeExcess(fact, settings);
  if (aged && excess) {
    return [
      {
        ...aged.action,
        id: `aged-overstock:${keyOf(fact)}`,
        title: `${aged.action.title}, and stop buying: ${excess.units} over target`,
        detail: `${excess.supply}. Together they cost ${writeDollars(Math.max(aged.action.amountCents, excess.action.amountCents))} a month to hold; the oldest has stood ${fact.oldestDays} days.`,
        amountCents: Math.max(aged.action.amountCents, excess.action.amountCents),
      },
    ];
  }
  const only = aged?.action ?? excess?.action;
  return only ? [only] : [];
}

function describeAged(fact: ModelFact, settings: ActionSettings) {
  if (fact.aged === 0) return null;
  const limit = fact.condition === 'new' ? settings.agedDaysNew : settings.agedDaysUsed;
  const amountCents = Math.round(fact.agedHoldingCentsPerDay * DAYS_IN_MONTH);
  return {
    action: {
      id: `aged:${keyOf(fact)}`,
      severity: 'caution' as const,
      title: `Move ${fact.aged} ${fact.condition} ${titleOf(fact)} older than ${limit} days`,
      detail: `${fact.aged === 1 ? 'It costs' : 'They cost'} ${writeDollars(amountCents)} a month to hold; the oldest has stood ${fact.oldestDays} days.`,
      amountCents,
      amountLabel: TO_HOLD,
      target: {
        screen: 'inventory' as const,
        filter: { ...filterOf(fact), status: 'available', minAgeDays: String(limit + 1) },
      },
    },
  };
}

function describeExcess(fact: ModelFact, settings: ActionSettings) {
  const target = fact.condition === 'new' ? settings.targetDaysSupplyNew : settings.targetDaysSupplyUsed;
  const units = excessUnits(fact.available, fact.soldInWindow, settings.daysSupplyWindowDays, target);
  if (units < LEAST_EXCESS) return null;
  const amountCents = Math.round((fact.holdingCentsPerDay / fact.available) * units * DAYS_IN_MONTH);
  const supply = supplyInWords(fact, settings.daysSupplyWindowDays, target);
  return {
    units,
    supply,
    action: {
      id: `overstock:${keyOf(fact)}`,
      severity: 'caution' as const,
      title: `Stop buying ${fact.condition} ${titleOf(fact)}: ${units} over target`,
      detail: `${supply}. The excess costs ${writeDollars(amountCents)} a month to hold.`,
      amountCents,
      amountLabel: TO_HOLD,
      target: { screen: 'inventory' as const, filter: { ...filterOf(fact), status: 'available' } },
    },
  };
}

function supplyInWords({ available, soldInWindow }: ModelFact, windowDays: number, target: number): string {
  if (soldInWindow === 0) return `None of the ${available} available sold in ${windowDays} days`;
  const days = Math.round((available * windowDays) / soldInWindow);
  return `${available} available are ${days} days' supply, the target is ${target}`;
}

function soldOutAction(fact: ModelFact): Action[] {
  if (fact.available > 0 || fact.soldIn90 < LEAST_SALES) return [];
  const amountCents =
    fact.grossPerUnitCents === null
      ? null
      : Math.max(0, Math.round((fact.soldIn90 / MONTHS_IN_90_DAYS) * fact.grossPerUnitCents));
  return [
    {
      id: `sold-out:${keyOf(fact)}`,
      severity: 'caution',
      title: `No ${fact.condition} ${titleOf(fact)} left to sell`,
      detail: [`${fact.soldIn90} sold in 90 days`, grossInWords(fact), pipelineInWords(fact)]
        .filter(Boolean)
        .join('; ')
        .concat('.'),
      amountCents,
      amountLabel: amountCents === null ? null : 'gross a month',
      target: { screen: 'gaps', filter: filterOf(fact) },
    },
  ];
}

function grossInWords(fact: ModelFact): string | null {
  return fact.grossPerUnitCents === null ? null : `${writeDollars(fact.grossPerUnitCents)} gross a unit`;
}

function pipelineInWords(fact: ModelFact): string | null {
  if (fact.onOrder === 0) return fact.condition === 'new' ? 'none on order' : null;
  return fact.nextArrivalOn
    ? `${fact.onOrder} on order, the next due ${writeDay(fact.nextArrivalOn)}`
    : `${fact.onOrder} on order, arrival not known`;
}

function dearest(actions: readonly Action[], shown: number): Action[] {
  return orderActions(actions).slice(0, shown);
}

function titleOf({ make, model }: ModelFact): string {
  return `${make} ${model}`;
}

function keyOf({ condition, make, model }: ModelFact): string {
  return `${condition}:${make}:${model}`;
}

function filterOf({ condition, make, model }: ModelFact): Record<string, string> {
  return { condition, make, model };
}
