/**
 * From fitted series to the forecasts that are saved: brought up to the period under way, run out where a trim is
 * built no more, made to add up, split down to builds, and explained. Pure.
 */
import type { ForecastDetails } from '@shared/contract/forecast-details';
import type { CalendarDay } from '@shared/domain/calendar-day';
import { lastDay } from '@shared/domain/period';
import { applyLaunches } from './apply-launches';
import type { DemandLevel } from './demand-rows';
import type { DemandNode } from './demand-tree';
import { runningPeriod } from './demand-window';
import { explainSeries } from './explain-series';
import { withoutModels } from './forecast-series';
import type { DemandSeriesStages } from './forecast-stages';
import { listNodes, type PreparedDemand } from './prepare-demand';
import { type ForecastTree, reconcileForecasts } from './reconcile-forecasts';
import { runOut } from './run-out';
import { sellingWeight } from './selling-days';
import { splitToBuilds } from './split-to-builds';
import { type Succession, type TrimLife, trimKeyOf } from './trim-lives';
import type { SeriesForecast } from './types';
import { updateWithRunning } from './update-with-running';

export type FinishedForecast = {
  node: DemandNode;
  forecast: SeriesForecast;
  details: ForecastDetails | null;
};

export type FinishRequest = {
  prepared: PreparedDemand;
  /** By series id; nodes without one are left out. */
  fitted: ReadonlyMap<string, SeriesForecast>;
  ended: readonly TrimLife[];
  successions: readonly Succession[];
  /** One level alone, which then need not add up to another. */
  isOneLevel: boolean;
};

const SHARE_HALF_LIFE = { month: 6, week: 26 } as const;

export function finishForecasts(request: FinishRequest): FinishedForecast[] {
  const { prepared, isOneLevel } = request;
  const stages = new Map<string, Omit<DemandSeriesStages, 'final'>>();
  const launched = applyLaunches(prepared, withShared(request));
  for (const node of listNodes(prepared.root)) {
    const fitted = launched.get(node.series.id);
    if (!fitted) continue;
    const updated = bringUpToDate(fitted, node, prepared);
    stages.set(node.series.id, { fitted, updated, ended: endSupply(updated, node, request.ended) });
  }
  const grain = prepared.root.series.grain;
  const [tree] = isOneLevel ? [] : toTree(prepared.root, stages);
  const reconciled = tree
    ? reconcileForecasts(tree, SHARE_HALF_LIFE[grain])
    : new Map<string, SeriesForecast>();
  return listNodes(prepared.root).flatMap((node): FinishedForecast[] => {
    const own = stages.get(node.series.id);
    if (!own) return [];
    const forecast = reconciled.get(node.series.id) ?? own.ended;
    const details = explainSeries(
      node.series,
      { ...own, final: forecast },
      errorRatioOf(node.level, prepared),
      predecessorsOf(node, request.successions),
    );
    const builds = node.children.filter((child) => child.level === 'build');
    const split =
      forecast.status === 'ok' || forecast.points.length > 0 ? splitToBuilds(forecast, builds) : [];
    return [
      { node, forecast: withNotes(forecast, details), details },
      ...split.map((build) => ({ ...build, details: null })),
    ];
  });
}

/** Those that were fitted, and trims to be given a share of their model's where no trim was: weeks. */
function withShared({ prepared, fitted, isOneLevel }: FinishRequest): ReadonlyMap<string, SeriesForecast> {
  const trims = listNodes(prepared.root).filter(({ level }) => level === 'trim');
  if (isOneLevel || trims.some(({ series }) => fitted.has(series.id))) return fitted;
  return new Map([...fitted, ...trims.map(({ series }) => [series.id, withoutModels(series)] as const)]);
}

function bringUpToDate(
  fitted: SeriesForecast,
  node: DemandNode,
  { window, source }: PreparedDemand,
): SeriesForecast {
  const running = runningPeriod(window);
  if (!running || !source || node.runningUnits === null) return fitted;
  const whole = sellingWeight(running.from, lastDay(running.period), source.sellingDays);
  const elapsed = sellingWeight(running.from, window.salesUntil, source.sellingDays);
  return updateWithRunning(fitted, { units: node.runningUnits, elapsed: whole > 0 ? elapsed / whole : 0 });
}

function endSupply(forecast: SeriesForecast, node: DemandNode, ended: readonly TrimLife[]): SeriesForecast {
  const { make, model, trim } = node.of;
  if (node.level !== 'trim' || make === undefined || model === undefined) return forecast;
  const key = trimKeyOf({ make, model, trim: trim ?? null });
  const life = ended.find((one) => trimKeyOf(one) === key);
  if (!life) return forecast;
  const left = life.onHand + (node.runningUnits ?? 0);
  return runOut(forecast, left, describeEnd(life.lastArrivedOn, life.onHand));
}

function describeEnd(lastArrivedOn: CalendarDay, onHand: number): string {
  const rest = onHand === 0 ? 'none is left' : `only the ${onHand} on the ground are left to sell`;
  return `no unit since ${lastArrivedOn}, none on order and none of the new model year: ${rest}`;
}

function toTree(
  node: DemandNode,
  stages: ReadonlyMap<string, Omit<DemandSeriesStages, 'final'>>,
): ForecastTree[] {
  const own = stages.get(node.series.id);
  return own
    ? [{ forecast: own.ended, children: node.children.flatMap((child) => toTree(child, stages)) }]
    : [];
}

function errorRatioOf(level: DemandLevel, { decisions }: PreparedDemand): number | null {
  return decisions.find((decision) => decision.level === level)?.errorRatio ?? null;
}

function predecessorsOf(
  node: DemandNode,
  successions: readonly Succession[],
): ForecastDetails['predecessors'] {
  if (node.level !== 'trim') return [];
  const { make = '', model = '', trim = null } = node.of;
  const heirs = new Set([trimKeyOf({ make, model, trim })]);
  const found: ForecastDetails['predecessors'] = [];
  for (let step = 0; step < successions.length; step++) {
    for (const { from, to, reason } of successions) {
      if (!heirs.has(trimKeyOf(to)) || heirs.has(trimKeyOf(from))) continue;
      heirs.add(trimKeyOf(from));
      found.push({ name: [from.model, from.trim].filter(Boolean).join(' '), reason });
    }
  }
  return found;
}

function withNotes(forecast: SeriesForecast, { predecessors, outliers }: ForecastDetails): SeriesForecast {
  const notes = [
    forecast.note,
    ...predecessors.map(({ name }) => `goes on with the history of ${name}`),
    outliers.length > 0
      ? `unusual ${outliers.length === 1 ? 'period' : 'periods'} to look at: ${outliers.map(({ period }) => period).join(', ')}`
      : null,
  ].filter(Boolean);
  return { ...forecast, note: notes.join('; ') || null };
}
