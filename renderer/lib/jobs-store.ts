/** Jobs of this session as the engine last described them, newest first. */
import type { Job } from '@shared/contract/jobs';
import { create } from 'zustand';

type JobsState = {
  jobs: readonly Job[];
  isTrayOpen: boolean;
  setTrayOpen(isOpen: boolean): void;
  put(job: Job): void;
  replaceAll(jobs: readonly Job[]): void;
};

const KEPT = 30;

export const useJobsStore = create<JobsState>((set) => ({
  jobs: [],
  isTrayOpen: false,
  setTrayOpen: (isTrayOpen) => set({ isTrayOpen }),
  put: (job) => set(({ jobs }) => ({ jobs: withJob(jobs, job) })),
  replaceAll: (jobs) => set({ jobs: newestFirst(jobs) }),
}));

/** Puts a job in its place; a job that has ended never goes back to running, whatever order events come in. */
export function withJob(jobs: readonly Job[], job: Job): readonly Job[] {
  const known = jobs.find(({ id }) => id === job.id);
  if (known && known.state !== 'running' && job.state === 'running') return jobs;
  return newestFirst([job, ...jobs.filter(({ id }) => id !== job.id)]);
}

function newestFirst(jobs: readonly Job[]): readonly Job[] {
  return [...jobs].sort((a, b) => b.startedAt.localeCompare(a.startedAt)).slice(0, KEPT);
}
