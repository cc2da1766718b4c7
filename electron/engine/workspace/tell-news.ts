/**
 * Tells of what happened while nobody looked: imports and forecasts that ended, work that failed, and what a store's
 * newest data says is due. A job's own window shows its end as well; this is what stays to be read later.
 */

import type { Job } from '@shared/contract/jobs';
import { engineTexts } from '@shared/texts/engine-texts';
import type { EngineContext } from '../engine-context';
import { listStores } from '../stores/list-stores';
import { resolveScope } from '../stores/resolve-scope';
import { addNews, type News } from './notification-store';
import { newsDay, readStoreNews } from './store-news';

const texts = engineTexts.keeping.news;

/** Kinds of jobs whose failure somebody must hear of though they did not start it. */
const UNATTENDED = new Set(['import', 'report', 'backup', 'cycle', 'forecast']);
const CHANGES_STOCK = new Set(['import', 'cycle', 'sample']);

export async function tellOfJob(context: EngineContext, job: Job): Promise<void> {
  const ended = newsOfJob(job);
  if (ended) await tell(context, ended);
  if (job.state === 'done' && CHANGES_STOCK.has(job.kind)) await tellOfStores(context);
}

/** What the newest data of every store says is due by now. */
export async function tellOfStores(context: EngineContext): Promise<void> {
  for (const { code, dataDate } of await listStores(context.db)) {
    if (dataDate === null) continue;
    const scope = await resolveScope(context.db, { storeCode: code });
    const day = newsDay(scope, context.now());
    for (const news of await readStoreNews(context.db, scope, day)) await tell(context, news);
  }
}

async function tell(context: EngineContext, news: News): Promise<void> {
  const notification = await addNews(context.db, news, context.now());
  if (notification) context.events.publish({ type: 'notification', notification });
}

export function newsOfJob(job: Job): News | null {
  const base = { storeId: null, factKey: `job:${job.id}` };
  if (job.state === 'failed' && UNATTENDED.has(job.kind)) {
    const words = [job.error?.message, job.error?.nextStep].filter(Boolean).join(' ');
    return {
      ...base,
      kind: 'trouble',
      title: texts.failed(job.title),
      detail: words,
      target: to('/imports'),
    };
  }
  if (job.state !== 'done') return null;
  if (job.kind === 'import')
    return { ...base, kind: 'import', title: texts.importDone, detail: job.title, target: to('/imports') };
  if (job.kind === 'forecast')
    return {
      ...base,
      kind: 'forecast',
      title: texts.forecastReady,
      detail: job.title,
      target: to('/forecast'),
    };
  return null;
}

function to(screen: string): News['target'] {
  return { screen, storeCode: null, search: {} };
}
