import { ActionIcon, Indicator, Popover, Tooltip } from '@mantine/core';
import type { Job } from '@shared/contract/jobs';
import { IconActivity } from '@tabler/icons-react';
import { JobProgress } from '../../components/job-progress';
import { StatusPill } from '../../components/status-pill';
import type { Tone } from '../../components/tone';
import { engine } from '../../lib/engine-client';
import { formatInstant, formatQuantity } from '../../lib/format';
import { useJobsStore } from '../../lib/jobs-store';
import { notifyError } from '../../lib/notices-store';
import { texts } from '../../texts/texts';
import classes from './jobs-tray.module.css';
import list from './menu-list.module.css';

const words = texts.shell.jobs;

export function JobsTray() {
  const { jobs, isTrayOpen, setTrayOpen } = useJobsStore();
  const running = jobs.filter(({ state }) => state === 'running').length;
  const label = running > 0 ? words.running(formatQuantity(running, 'job')) : words.title;
  return (
    <Popover
      opened={isTrayOpen}
      onChange={setTrayOpen}
      position="bottom-end"
      width={380}
      shadow="md"
      trapFocus
    >
      <Tooltip label={label} disabled={isTrayOpen}>
        <Indicator label={running} size={15} disabled={running === 0} offset={4}>
          <Popover.Target>
            <ActionIcon
              aria-label={label}
              onClick={() => setTrayOpen(!isTrayOpen)}
              data-testid="job-tray-button"
              data-running={running}
            >
              <IconActivity size={17} stroke={1.7} />
            </ActionIcon>
          </Popover.Target>
        </Indicator>
      </Tooltip>
      <Popover.Dropdown p={0} data-testid="job-tray">
        <h2 className={`${list.title} ${classes.title}`}>{words.title}</h2>
        {jobs.length === 0 && <p className={list.empty}>{words.none}</p>}
        <ul className={list.list}>
          {jobs.slice(0, 12).map((job) => (
            <JobRow key={job.id} job={job} />
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}

const STATES: Record<Exclude<Job['state'], 'running'>, { tone: Tone | 'neutral'; word: string }> = {
  done: { tone: 'good', word: words.states.done },
  failed: { tone: 'act', word: words.states.failed },
  cancelled: { tone: 'neutral', word: words.states.cancelled },
};

function JobRow({ job }: { job: Job }) {
  if (job.state === 'running') {
    return (
      <li className={list.row}>
        <strong className={classes.name}>{job.title}</strong>
        <JobProgress
          job={job}
          onCancel={() => void engine.jobs.cancel({ jobId: job.id }).catch(notifyError)}
        />
      </li>
    );
  }
  const { tone, word } = STATES[job.state];
  return (
    <li className={list.row}>
      <div className={classes.head}>
        <strong className={classes.name}>{job.title}</strong>
        <StatusPill tone={tone}>{word}</StatusPill>
      </div>
      <span className={list.detail}>
        {job.error
          ? [job.error.message, job.error.nextStep].filter(Boolean).join(' ')
          : formatInstant(job.endedAt)}
      </span>
    </li>
  );
}
