/**
 * Starts a job of the engine and follows it. A job of the same kind that was started elsewhere (by the
 * palette, or before the screen was left) is shown as well, so that none is started twice by mistake.
 */
import type { Job, JobKind } from '@shared/contract/jobs';
import { useCallback, useEffect, useRef, useState } from 'react';
import { engine } from './engine-client';
import { useJobsStore } from './jobs-store';
import { notifyError } from './notices-store';

export type RunningJob = {
  job: Job | null;
  isRunning: boolean;
  start(begin: () => Promise<{ jobId: string }>): Promise<void>;
  cancel(): void;
};

type Options = {
  /** The job to follow, when it must outlive the screen; otherwise it is remembered here. */
  jobId?: string | null;
  onStart?: (jobId: string) => void;
  /** Called once for the job that was started here. */
  onEnd?: (job: Job) => void;
};

export function useJob(kind: JobKind, { jobId, onStart, onEnd }: Options = {}): RunningJob {
  const [ownId, setOwnId] = useState<string | null>(null);
  const [isStarting, setStarting] = useState(false);
  const id = jobId ?? ownId;
  const mine = useJobsStore((state) => state.jobs.find((job) => job.id === id) ?? null);
  const other = useJobsStore(
    (state) => state.jobs.find((job) => job.kind === kind && job.state === 'running') ?? null,
  );
  const job = mine?.state === 'running' ? mine : (other ?? mine);
  const told = useRef<string | null>(null);

  useEffect(() => {
    if (!mine || mine.state === 'running' || told.current === mine.id) return;
    told.current = mine.id;
    onEnd?.(mine);
  }, [mine, onEnd]);

  const start = useCallback(
    async (begin: () => Promise<{ jobId: string }>) => {
      setStarting(true);
      try {
        const started = await begin();
        setOwnId(started.jobId);
        onStart?.(started.jobId);
        useJobsStore.getState().put(await engine.jobs.get({ jobId: started.jobId }));
      } catch (error) {
        notifyError(error);
      } finally {
        setStarting(false);
      }
    },
    [onStart],
  );

  return {
    job,
    isRunning: isStarting || job?.state === 'running',
    start,
    cancel: () => {
      if (job) engine.jobs.cancel({ jobId: job.id }).catch(notifyError);
    },
  };
}
