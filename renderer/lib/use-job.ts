/** Starts a job of the engine and follows it: the caller sees its progress, and is told once when it ends. */
import type { Job } from '@shared/contract/jobs';
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

export function useJob(onEnd?: (job: Job) => void): RunningJob {
  const [jobId, setJobId] = useState<string | null>(null);
  const [isStarting, setStarting] = useState(false);
  const job = useJobsStore((state) => state.jobs.find(({ id }) => id === jobId) ?? null);
  const told = useRef<string | null>(null);

  useEffect(() => {
    if (!job || job.state === 'running' || told.current === job.id) return;
    told.current = job.id;
    onEnd?.(job);
  }, [job, onEnd]);

  const start = useCallback(async (begin: () => Promise<{ jobId: string }>) => {
    setStarting(true);
    try {
      const started = await begin();
      setJobId(started.jobId);
      useJobsStore.getState().put(await engine.jobs.get({ jobId: started.jobId }));
    } catch (error) {
      notifyError(error);
    } finally {
      setStarting(false);
    }
  }, []);

  return {
    job,
    isRunning: isStarting || job?.state === 'running',
    start,
    cancel: () => {
      if (jobId) engine.jobs.cancel({ jobId }).catch(notifyError);
    },
  };
}
