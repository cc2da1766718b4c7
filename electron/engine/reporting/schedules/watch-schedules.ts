/** Looks for reports that are due while the app is open; the command line does the same once for the system's scheduler. */
import type { Job } from '@shared/contract/jobs';
import type { ReportSchedule } from '@shared/contract/reports';
import { REPORT_CATALOGUE } from '@shared/domain/report-kind';
import type { EngineContext } from '../../engine-context';
import { runSchedule } from './run-schedule';
import { listDue } from './schedules';

const LOOK_AGAIN_MS = 60_000;

/** Returns how to stop looking. */
export function watchSchedules(context: EngineContext): () => void {
  let isLooking = false;
  const look = async () => {
    if (isLooking) return;
    isLooking = true;
    await runDue(context)
      .catch((error: unknown) => context.logger.error({ error }, 'scheduled reports could not be looked up'))
      .finally(() => {
        isLooking = false;
      });
  };
  const timer = setInterval(() => void look(), LOOK_AGAIN_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** Writes what is due, one after another. A failed one does not keep the others from being written. */
export async function runDue(context: EngineContext): Promise<Job[]> {
  const ended: Job[] = [];
  for (const schedule of await listDue(context.db, context.now())) {
    const job = await startSchedule(context, schedule);
    ended.push(await context.jobs.wait(job.id));
  }
  return ended;
}

export function startSchedule(context: EngineContext, schedule: ReportSchedule): Promise<Job> {
  const { title } = REPORT_CATALOGUE[schedule.report.kind];
  return context.jobs.start('report', `Scheduled report: ${title}`, (handle) =>
    runSchedule(context, schedule, handle),
  );
}
