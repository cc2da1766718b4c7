/** Calibration over rolling origins, of real series (see series-files.ts) of which there are few. */
import { describe, it } from 'vitest';
import { isFullSize, recordFigure } from '../helpers/record-figure';
import { forecastAndScore, HOUR, percent } from './forecast-and-score';
import type { Score } from './score-forecast';
import { cutBack, readTestedSeries, seriesFiles } from './series-files';

/** Files whose intervals are judged over many origins, for they have few series. */
const ROLLED = ['norway-registrations', 'us-vehicle-sales'];
const ROLLED_ORIGINS = isFullSize ? 24 : 4;
const ROLLED_HORIZON = 12;

describe('forecast over rolling origins', () => {
  it.skipIf(seriesFiles.length > 0)(
    'real series: set DOSO_SERIES_DIR to a folder of series to measure calibration',
    () => {},
  );

  it.each(ROLLED.filter((name) => seriesFiles.includes(name)))(
    '%s over rolling origins',
    async (name) => {
      const origins = Array.from({ length: ROLLED_ORIGINS }, (_, cut) => cut);
      const scores: Score[] = [];
      // An origin at a time: series of one call learn from each other, and none may learn from what came later.
      for (const cut of origins) {
        const tested = readTestedSeries(name).map((one) => cutBack(one, cut, ROLLED_HORIZON));
        scores.push(...(await forecastAndScore(tested.filter(({ series }) => series.values.length >= 24))));
      }
      const value = percent(scores.flatMap(({ inside }) => inside));
      recordFigure({
        area: 'forecast',
        name: `${name}, ${ROLLED_ORIGINS} rolling origins: inside the 90 % interval`,
        value,
        unit: '%',
        least: 85,
        most: 95,
      });
    },
    2 * HOUR,
  );
});
