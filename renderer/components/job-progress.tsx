import { Button, Progress } from '@mantine/core';
import type { Job } from '@shared/contract/jobs';
import { formatPercent } from '../lib/format';
import { texts } from '../texts/texts';
import classes from './job-progress.module.css';

const words = texts.components;

/** A running job: how far it is, what it does now, and the way to stop it. */
export function JobProgress({ job, onCancel }: { job: Job | null; onCancel?: () => void }) {
  const progress = job?.progress ?? null;
  return (
    <div className={classes.job} role="status">
      <div className={classes.line}>
        <span className={classes.message}>{job?.message || job?.title || words.starting}</span>
        {progress !== null && <span className={classes.share}>{formatPercent(progress)}</span>}
        {onCancel && (
          <Button size="compact-xs" variant="default" onClick={onCancel} data-testid="job-cancel">
            {words.cancel}
          </Button>
        )}
      </div>
      <Progress
        size={5}
        value={progress === null ? 100 : progress * 100}
        animated={progress === null}
        aria-label={job?.title ?? words.progress}
      />
    </div>
  );
}
