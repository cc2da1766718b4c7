/**
 * The fits of all forms to a history, once for all models that ask. Weeks are seasonally adjusted first: a season of
 * 52 states is more than a few years can tell.
 */
import { type FitMemory, recall } from '../fit-memory';
import { removeSeason, restoreSeason, seasonalIndices } from '../seasonality';
import type { ModelContext } from '../types';
import { continueEts, type EtsFit, fitAllEts } from './fit-ets';

type Search = { fits: EtsFit[]; searchedAt: number };

const LONGEST_SEASON = 24;
/** All forms are sought anew when the history has grown by this since they were. */
const RENEWAL = 1.25;

/**
 * Calls `forecast` with the fits of all forms and a horizon, and puts a season back where one was taken out before.
 */
export function forecastWithEts(
  history: readonly number[],
  { horizon, season, memory }: ModelContext,
  forecast: (fits: readonly EtsFit[], horizon: number) => number[],
): number[] {
  if (season <= LONGEST_SEASON) return forecast(recallEts(history, season, memory), horizon);
  const indices = seasonalIndices(history, season);
  const level = forecast(recallEts(removeSeason(history, indices), 1, memory), horizon);
  return restoreSeason(level, indices, history.length);
}

function recallEts(history: readonly number[], season: number, memory: FitMemory | undefined): EtsFit[] {
  const { length } = history;
  const { fits } = recall<Search>(memory, 'ets', length, (shorter) =>
    shorter && shorter.fits.length > 0 && length < RENEWAL * shorter.searchedAt
      ? { fits: continueEts(history, season, shorter.fits), searchedAt: shorter.searchedAt }
      : { fits: fitAllEts(history, season), searchedAt: length },
  );
  return fits;
}
