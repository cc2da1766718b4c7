/** A series' forecast as each step left it, for the account of what each step did. */
import type { SeriesForecast } from './types';

export type DemandSeriesStages = {
  /** By its models, on whole periods. */
  fitted: SeriesForecast;
  /** With what the period under way has sold. */
  updated: SeriesForecast;
  /** Run out where the trim is built no more. */
  ended: SeriesForecast;
  /** With all levels adding up. */
  final: SeriesForecast;
};
