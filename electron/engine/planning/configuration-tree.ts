/**
 * A build's place in its family: build -> trim -> model -> store. Figures that rest on few units borrow from
 * the next level up.
 */
import type { Build } from '@shared/domain/build';
import { buildKey } from '@shared/domain/build';
import type { ConfigurationKey } from './types';

type FamilyLevel = 'build' | 'trim' | 'model' | 'store';

export type Family = Record<FamilyLevel, string>;

export const STORE_FAMILY_KEY = '*';

export function trimKey(make: string, model: string, trim: string | null): string {
  return `${make}|${model}|${trim ?? ''}`;
}

export function modelKey(make: string, model: string): string {
  return `${make}|${model}`;
}

export function familyOf(build: Build): Family {
  return {
    build: configurationKey(build),
    trim: trimKey(build.make, build.model, build.trim),
    model: modelKey(build.make, build.model),
    store: STORE_FAMILY_KEY,
  };
}

/** The build without model year and colours: what a plan recommends. */
export function configurationOf(build: Build): Build {
  return { ...build, modelYear: null, exteriorColor: null, interiorColor: null };
}

export function configurationKey(build: Build): ConfigurationKey {
  return buildKey(configurationOf(build));
}

/** Groups values under every level of their build's family at once. */
export function groupByFamily<T>(
  rows: readonly T[],
  familyOfRow: (row: T) => Family | undefined,
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const family = familyOfRow(row);
    if (!family) continue;
    for (const key of new Set([family.build, family.trim, family.model, family.store])) {
      const group = groups.get(key);
      if (group) group.push(row);
      else groups.set(key, [row]);
    }
  }
  return groups;
}
