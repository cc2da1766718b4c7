/**
 * What a maker fixes comes in the maker's mix: of a group's allocated units a dealer gets trims and packages about as he
 * got them before. So where a make's profile leaves attributes to the maker, each combination of them may be ordered at
 * most as often as its share of the model's units that came or are coming in a year, rounded up:
 *
 *   at most ceil(units left of the allocation x came(combination) / came(group))
 *
 * Without an allocation nothing says how many units there are, and the mix limits nothing. An attribute that is not
 * known of every build of the group cannot tell them apart and is left out.
 */
import type { OrderingProfile, orderAttributes } from '@shared/contract/ordering-profile';
import type { Build } from '@shared/domain/build';
import { addDays } from '@shared/domain/calendar-day';
import { engineTexts } from '@shared/texts/engine-texts';
import { fixedAttributes } from './ordering-profile';
import type { AllocationGroup, PlanInputs, PlanLimit } from './types';

const texts = engineTexts.planning.limits;

const WINDOW_DAYS = 365;
type Named = Exclude<(typeof orderAttributes)[number], 'color'>;

export function makersMixLimits(inputs: PlanInputs): PlanLimit[] {
  const { allocation, orderingProfiles = [] } = inputs;
  const came = unitsThatCame(inputs);
  return (allocation?.groups ?? []).flatMap((group) => {
    const profile = orderingProfiles.find(({ make }) => make === group.make);
    return profile ? limitsOfGroup(group, profile, inputs.builds, came) : [];
  });
}

function limitsOfGroup(
  group: AllocationGroup,
  profile: OrderingProfile,
  builds: PlanInputs['builds'],
  came: ReadonlyMap<string, number>,
): PlanLimit[] {
  const members = builds.filter(
    ({ build }) => build.make === group.make && group.models.includes(build.model),
  );
  const fixed = fixedAttributes(profile).filter(
    (name): name is Named => name !== 'color' && members.every(({ build }) => build[name] !== null),
  );
  if (fixed.length === 0) return [];
  const unitsOf = (rows: typeof members) => rows.reduce((sum, { key }) => sum + (came.get(key) ?? 0), 0);
  const total = unitsOf(members);
  const left = Math.max(0, group.units - group.taken);
  return [...byCombination(members, fixed)].flatMap(([words, rows]): PlanLimit[] => {
    const [first] = rows;
    const units = unitsOf(rows);
    if (!first || total === 0) return [];
    return [
      {
        id: `makers-mix:${group.make}:${words}`,
        kind: 'maximum_mix',
        label: texts.makersMix(group.make, words),
        make: group.make,
        models: [first.build.model],
        ...Object.fromEntries(fixed.map((name) => [name, first.build[name]])),
        bound: Math.ceil((left * units) / total - 1e-9),
        source: texts.cameInAYear(units, total, left),
      },
    ];
  });
}

function byCombination(
  members: PlanInputs['builds'],
  fixed: readonly Named[],
): Map<string, PlanInputs['builds']> {
  const groups = new Map<string, PlanInputs['builds']>();
  for (const row of members) {
    const words = wordsOf(row.build, fixed);
    groups.set(words, [...(groups.get(words) ?? []), row]);
  }
  return groups;
}

function wordsOf(build: Build, fixed: readonly Named[]): string {
  return [build.model, ...fixed.map((name) => build[name])].filter(Boolean).join(' ');
}

/** Units of each configuration that came within a year, sold since or not, or are on their way. */
function unitsThatCame({ today, stays, pipeline }: PlanInputs): Map<string, number> {
  const since = addDays(today, -WINDOW_DAYS);
  const units = new Map<string, number>();
  const count = (key: string) => units.set(key, (units.get(key) ?? 0) + 1);
  for (const { configuration, receivedOn } of stays) if (receivedOn >= since) count(configuration);
  for (const { configuration } of pipeline) count(configuration);
  return units;
}
