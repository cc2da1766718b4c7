/** What the store itself received after the opening: it orders nothing more, its deliveries are history. */
import type { Policy, ReplayWorld } from '../types';

export function whatTheStoreDid(world: ReplayWorld): Policy {
  return { name: 'what_the_store_did', order: () => world.builds.map(() => 0) };
}
