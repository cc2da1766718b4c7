/**
 * What a fault report says: versions, sizes, failed jobs, slow statements and the end of the log. It is text that the
 * user reads and saves; nothing is sent. Redacted like the log, and without file names of the store.
 */

import { arch, homedir, platform, release, totalmem } from 'node:os';
import path from 'node:path';
import { engineTexts } from '@shared/texts/engine-texts';
import type { EngineContext } from '../engine-context';
import { readStatus } from '../stores/read-status';
import { readSnapshot } from './read-snapshot';
import { redactValue } from './redact';
import { searchLog } from './search-log';

const texts = engineTexts.keeping.failures.errorReport;

const LOG_LINES = 150;
const JOBS = 30;

export async function buildErrorReport(context: EngineContext): Promise<string> {
  const { dataDirectory, now, version, jobs } = context;
  const status = await readStatus(context);
  const snapshot = await readSnapshot(context);
  const log = searchLog(path.join(dataDirectory, 'logs', 'engine.log'), {
    text: '',
    level: 'info',
    limit: LOG_LINES,
  });
  const report = {
    madeAt: now().toISOString(),
    program: `DOSO ${version}`,
    system: `${platform()} ${release()} ${arch()}, ${texts.memory(Math.round(totalmem() / 1e9))}`,
    postgres: status.engine.postgres,
    schema: status.schemaVersion,
    rows: status.counts,
    ...snapshot,
    // A title names files of the store; the kind says enough.
    jobs: (await jobs.list(JOBS)).map(({ kind, state, startedAt, endedAt, error }) => ({
      kind,
      state,
      startedAt,
      endedAt,
      error: error?.code ?? null,
    })),
    log: log.entries,
  };
  return JSON.stringify(redactValue(report, homedir()), null, 2);
}
