import type { Migration } from 'kysely';
import * as spine from './0001-spine';
import * as figureIndexes from './0002-figure-indexes';
import * as rawCells from './0003-raw-cells';
import * as importAccounting from './0004-import-accounting';
import * as forecastDemand from './0005-forecast-demand';
import * as signedPlans from './0006-signed-plans';
import * as replaysAndNotes from './0007-replays-and-notes';
import * as noStatisticsOfRawCells from './0010-no-statistics-of-raw-cells';
import * as corrections from './0011-corrections';
import * as watchedFiles from './0012-watched-files';
import * as planLineFacts from './0014-plan-line-facts';
import * as reportSchedules from './0016-report-schedules';
import * as workspace from './0017-workspace';
import * as identityFirst from './0020-identity-first';
import * as identityOfCorrections from './0020-identity-of-corrections';
import * as forecastUpkeep from './0021-forecast-upkeep';
import * as exploration from './0022-exploration';
import * as lostSales from './0028-lost-sales';
import * as saleMonths from './0033-sale-months';
import * as dealsByDay from './0037-deals-by-day';
import * as arrivalsByRange from './0043-arrivals-by-range';
import * as hashedIdentities from './0044-hashed-identities';
import * as oneIndexOfDays from './0045-one-index-of-days';

/** Every migration by name, in order. A new one is a file and a line here. */
export const migrations: Record<string, Migration> = {
  '0001-spine': spine,
  '0002-figure-indexes': figureIndexes,
  '0003-raw-cells': rawCells,
  '0004-import-accounting': importAccounting,
  '0005-forecast-demand': forecastDemand,
  '0006-signed-plans': signedPlans,
  '0007-replays-and-notes': replaysAndNotes,
  '0010-no-statistics-of-raw-cells': noStatisticsOfRawCells,
  '0011-corrections': corrections,
  '0012-watched-files': watchedFiles,
  '0014-plan-line-facts': planLineFacts,
  '0016-report-schedules': reportSchedules,
  '0017-workspace': workspace,
  '0020-identity-first': identityFirst,
  '0020-identity-of-corrections': identityOfCorrections,
  '0021-forecast-upkeep': forecastUpkeep,
  '0022-exploration': exploration,
  '0028-lost-sales': lostSales,
  '0033-sale-months': saleMonths,
  '0037-deals-by-day': dealsByDay,
  '0043-arrivals-by-range': arrivalsByRange,
  '0044-hashed-identities': hashedIdentities,
  '0045-one-index-of-days': oneIndexOfDays,
};
