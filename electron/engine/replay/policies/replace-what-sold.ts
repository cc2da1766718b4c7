/** Rule of thumb: order one for each unit that was sold since the last order. */
import type { Policy, ReplayWorld } from '../types';

export function replaceWhatSold(world: ReplayWorld): Policy {
  const { reviewPeriodDays } = world.settings;
  return {
    name: 'replace_what_sold',
    order: ({ day, units }) => {
      const sold = world.builds.map(() => 0);
      for (const { build, soldDay } of units) {
        if (soldDay !== null && soldDay >= day - reviewPeriodDays && soldDay < day)
          sold[build] = (sold[build] ?? 0) + 1;
      }
      return sold;
    },
  };
}
