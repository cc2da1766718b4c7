/** Tells when a job has ended since this window opened, with the way to what it made. */
import { importReportSchema } from '@shared/contract/imports';
import type { Job, JobKind } from '@shared/contract/jobs';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { formatQuantity } from '../../lib/format';
import { useJobsStore } from '../../lib/jobs-store';
import { notify } from '../../lib/notices-store';
import { texts } from '../../texts/texts';
import type { ScreenPath } from '../screens';

const words = texts.shell.jobs;

const DONE: Partial<Record<JobKind, { title: string; path: ScreenPath }>> = {
  forecast: { title: words.ended.forecast, path: '/forecast' },
  plan: { title: words.ended.plan, path: '/order-plan' },
  replay: { title: words.ended.replay, path: '/replay' },
  report: { title: words.ended.report, path: '/reports' },
  sample: { title: words.ended.sample, path: '/' },
  import: { title: words.ended.import, path: '/imports' },
};

export function useJobNotices(): void {
  const navigate = useNavigate();
  const router = useRouter();
  const jobs = useJobsStore((state) => state.jobs);
  const openedAt = useRef(new Date().toISOString());
  const told = useRef(new Set<string>());
  useEffect(() => {
    for (const job of jobs) {
      const isNews = job.endedAt !== null && job.endedAt > openedAt.current && !told.current.has(job.id);
      if (!isNews) continue;
      told.current.add(job.id);
      tell(job, router.state.location.pathname, (path) => void navigate({ to: path }));
    }
  }, [jobs, navigate, router]);
}

function tell(job: Job, shownPath: string, goTo: (path: ScreenPath) => void): void {
  if (job.error) {
    notify({
      tone: job.state === 'cancelled' ? 'caution' : 'act',
      title: job.state === 'cancelled' ? words.cancelled(job.title) : words.failed(job.title),
      detail: [job.error.message, job.error.nextStep].filter(Boolean).join(' '),
    });
    return;
  }
  const done = DONE[job.kind];
  if (job.state !== 'done' || !done) return;
  const refused = job.kind === 'import' ? importReportSchema.safeParse(job.result?.report).data?.refused : [];
  const action =
    shownPath === done.path ? null : { label: texts.components.show, run: () => goTo(done.path) };
  if (refused && refused.length > 0) {
    notify({
      tone: 'caution',
      title: words.refused(job.title, formatQuantity(refused.length, 'file')),
      detail: refused[0]?.message ?? null,
      action,
    });
    return;
  }
  notify({ tone: 'good', title: done.title, detail: job.kind === 'import' ? job.title : null, action });
}
