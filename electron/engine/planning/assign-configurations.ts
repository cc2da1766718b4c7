/**
 * Gives units the configuration that demand is counted in. Files differ in what they tell of a unit: an order bank
 * names the package and no engine, sales and stock name the engine and no package. Compared as they stand they never
 * meet, and what is on order would not count against what is wanted.
 *
 * A configuration leads when it was sold; else when it stood in stock and fits none that was sold; else when it was
 * ordered and fits none of these. Every other unit goes to a leading configuration that it fits: equal make and
 * model, equal body, drivetrain, engine and package where both are known, and its trim where it states one (demand
 * is forecast by trim, so a stated trim is never exchanged).
 *
 * Where several fit, whole units are handed out in the shares of sales: each next unit, stock by age first and then
 * orders by arrival, goes where sales / (units handed out so + 1/2) is largest (Sainte-Laguë), sales weighing as
 * they do in the split of demand; a tie goes to the first key. Invoices count for every configuration they fit.
 */
import type { Build } from '@shared/domain/build';
import { modelKey } from './configuration-tree';
import { splitEvidence } from './demand-split';
import type { ConfigurationKey, PlanInputs } from './types';

export type ConfiguredRows = Pick<PlanInputs, 'builds' | 'sales' | 'stays' | 'pipeline' | 'invoices'>;

type BuildRow = PlanInputs['builds'][number];
type Configured = { configuration: ConfigurationKey };
type Assigner = <Row extends Configured>(rows: readonly Row[]) => Row[];

/** The same rows under leading configurations; `builds` keeps only these. Every unit stays one unit. */
export function assignConfigurations(rows: ConfiguredRows, today: PlanInputs['today']): ConfiguredRows {
  const leading = leadingBuilds(rows);
  const fitting = fittingKeys(rows.builds, leading);
  const evidence = splitEvidence(
    leading.map((row) => row.key),
    rows.sales,
    [],
    today,
  );
  const salesOf = (key: ConfigurationKey) => evidence.get(key)?.decayedUnits ?? 0;
  const byArrival = [...rows.pipeline].sort((a, b) => a.arrivesInDays - b.arrivesInDays);
  // Past stays tell what stood here when; they take no part in handing out what is here or comes.
  const assignPast = assigner(fitting, salesOf);
  const assignSupply = assigner(fitting, salesOf);
  return {
    builds: leading,
    sales: rows.sales,
    stays: [
      ...assignSupply(rows.stays.filter((stay) => stay.closedOn === null)),
      ...assignPast(rows.stays.filter((stay) => stay.closedOn !== null)),
    ],
    pipeline: assignSupply(byArrival),
    invoices: rows.invoices.flatMap((invoice) =>
      (fitting.get(invoice.configuration) ?? []).map((configuration) => ({ ...invoice, configuration })),
    ),
  };
}

function leadingBuilds({ builds, sales, stays, pipeline }: ConfiguredRows): BuildRow[] {
  const leading = new Map<string, BuildRow[]>();
  const keysOf = (units: readonly Configured[]) => new Set(units.map((unit) => unit.configuration));
  const tiers = [keysOf(sales), keysOf(stays), keysOf(pipeline)];
  const tierOf = ({ key }: BuildRow) => tiers.findIndex((tier) => tier.has(key));
  // Last come builds that nothing names any more but an invoice.
  for (const tier of [0, 1, 2, -1]) {
    const members = builds.filter((row) => tierOf(row) === tier);
    const unmatched = members.filter(
      ({ build }) =>
        tier === 0 || !(leading.get(modelOf(build)) ?? []).some((lead) => fits(build, lead.build)),
    );
    for (const row of unmatched) {
      const ofModel = leading.get(modelOf(row.build));
      if (ofModel) ofModel.push(row);
      else leading.set(modelOf(row.build), [row]);
    }
  }
  return [...leading.values()].flat().sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Leading configurations that each configuration fits, in the order of their keys; a leading one fits itself. */
function fittingKeys(
  builds: readonly BuildRow[],
  leading: readonly BuildRow[],
): Map<ConfigurationKey, ConfigurationKey[]> {
  const isLeading = new Set(leading.map((row) => row.key));
  return new Map(
    builds.map(({ key, build }) => [
      key,
      isLeading.has(key) ? [key] : leading.filter((lead) => fits(build, lead.build)).map((lead) => lead.key),
    ]),
  );
}

const WEAK_ATTRIBUTES = ['body', 'drivetrain', 'engine', 'package'] as const;

/** Whether a unit may be of a configuration: what both state agrees, and a stated trim is the same. */
export function fits(unit: Build, lead: Build): boolean {
  return (
    modelOf(unit) === modelOf(lead) &&
    (unit.trim === null || unit.trim === lead.trim) &&
    WEAK_ATTRIBUTES.every((name) => unit[name] === null || lead[name] === null || unit[name] === lead[name])
  );
}

function modelOf({ make, model }: Build): string {
  return modelKey(make, model);
}

/** Hands out rows one after the other; it remembers what it handed out where several fit. */
function assigner(
  fitting: ReadonlyMap<ConfigurationKey, readonly ConfigurationKey[]>,
  salesOf: (key: ConfigurationKey) => number,
): Assigner {
  const handedOut = new Map<ConfigurationKey, number>();
  const claimOf = (key: ConfigurationKey) => salesOf(key) / ((handedOut.get(key) ?? 0) + 0.5);
  return (rows) =>
    rows.map((row) => {
      const [first, ...others] = fitting.get(row.configuration) ?? [];
      if (first === undefined) return row;
      if (others.length === 0) return { ...row, configuration: first };
      const chosen = others.reduce((best, key) => (claimOf(key) > claimOf(best) ? key : best), first);
      handedOut.set(chosen, (handedOut.get(chosen) ?? 0) + 1);
      return { ...row, configuration: chosen };
    });
}
