/** The model year that would be ordered now: the newest of the model among what is on order, in stock and sold. */
import type { Build } from '@shared/domain/build';
import { configurationKey, configurationOf, modelKey } from './configuration-tree';
import type { ConfigurationKey } from './types';

/** One entry for each configuration among `builds`, with its model's newest year. */
export function withOrderModelYear(builds: readonly Build[]): { key: ConfigurationKey; build: Build }[] {
  const newest = new Map<string, number>();
  for (const { make, model, modelYear } of builds) {
    if (modelYear === null) continue;
    const key = modelKey(make, model);
    newest.set(key, Math.max(newest.get(key) ?? 0, modelYear));
  }
  const configurations = new Map<ConfigurationKey, Build>();
  for (const build of builds) {
    const modelYear = newest.get(modelKey(build.make, build.model)) ?? null;
    configurations.set(configurationKey(build), { ...configurationOf(build), modelYear });
  }
  return [...configurations].map(([key, build]) => ({ key, build })).sort((a, b) => (a.key < b.key ? -1 : 1));
}
