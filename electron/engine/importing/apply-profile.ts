/** The options with a saved profile's mapping and coverage filled in; what the caller states itself wins. */
import { AppError } from '@shared/contract/errors';
import type { ImportOptions } from '@shared/contract/imports';
import { z } from 'zod';
import type { Db } from '../database/database';

const mappingSchema = z.record(z.string(), z.string());

/** Throws NOT_FOUND when there is no profile of that name. */
export async function applyProfile(db: Db, options: ImportOptions): Promise<ImportOptions> {
  if (options.profile === undefined) return options;
  const profile = await db
    .selectFrom('importProfile')
    .select(['mapping', 'coverage'])
    .where('name', '=', options.profile)
    .executeTakeFirst();
  if (!profile) {
    throw new AppError('NOT_FOUND', `There is no import profile named ${options.profile}.`, {
      nextStep: 'Import without it: what the columns mean is recognised and reported.',
    });
  }
  const isFull = profile.coverage === 'full' || profile.coverage === 'partial';
  return {
    ...options,
    map: { ...mappingSchema.parse(profile.mapping), ...options.map },
    coverage:
      options.coverage === 'unknown' && isFull ? (profile.coverage as 'full' | 'partial') : options.coverage,
  };
}
