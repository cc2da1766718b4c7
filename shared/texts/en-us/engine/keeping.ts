import { backups } from './keeping/backups';
import { checks } from './keeping/checks';
import { dataFolder } from './keeping/data-folder';
import { failures } from './keeping/failures';
import { jobs } from './keeping/jobs';
import { locks } from './keeping/locks';
import { news } from './keeping/news';
import { opening } from './keeping/opening';

/** What looks after the data: backups, security, jobs, stores, the language model, and failures of the engine. */
export const keeping = { backups, checks, dataFolder, failures, jobs, locks, news, opening };
