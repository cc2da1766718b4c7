import { dataFolder } from './keeping/data-folder';
import { failures } from './keeping/failures';
import { jobs } from './keeping/jobs';
import { locks } from './keeping/locks';
import { news } from './keeping/news';

/** What looks after the data: backups, security, jobs, stores, the language model, and failures of the engine. */
export const keeping = { dataFolder, failures, jobs, locks, news };
