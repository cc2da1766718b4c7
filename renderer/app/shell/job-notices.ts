/** Tells when a job that was running has ended, with the way to what it made. */
import type { Job, JobKind } from '@shared/contract/jobs';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useJobsStore } from '../../lib/jobs-store';
import { notify } from '../../lib/notices-store';
import type { ScreenPath } from '../screens';

const DONE: Partial<Record<JobKind, { title: string; label: string; path: ScreenPath }>> = {
  forecast: { title: 'Forecast ready', label: 'See the forecast', path: '/forecast' },
  plan: { title: 'Order plan ready', label: 'See the plan', path: '/order-plan' },
  report: { title: 'Report saved', label: 'See reports', path: '/reports' },
  sample: { title: 'Sample store loaded', label: 'See the overview', path: '/' },
  import: { title: 'Import finished', label: 'See what changed', path: '/imports' },
};

export function useJobNotices(): void {
  const navigate = useNavigate();
  const jobs = useJobsStore((state) => state.jobs);
  const running = useRef(new Set<string>());
  useEffect(() => {
    for (const job of jobs) {
      if (job.state === 'running') running.current.add(job.id);
      else if (running.current.delete(job.id)) tell(job, (path) => void navigate({ to: path }));
    }
  }, [jobs, navigate]);
}

function tell(job: Job, goTo: (path: ScreenPath) => void): void {
  if (job.error) {
    notify({
      tone: job.state === 'cancelled' ? 'caution' : 'act',
      title: job.state === 'cancelled' ? `${job.title}: cancelled` : `${job.title} failed`,
      detail: [job.error.message, job.error.nextStep].filter(Boolean).join(' '),
    });
    return;
  }
  const done = DONE[job.kind];
  if (job.state === 'done' && done) {
    notify({ tone: 'good', title: done.title, action: { label: done.label, run: () => goTo(done.path) } });
  }
}
