import { Button, Switch } from '@mantine/core';
import type { ReportSchedule } from '@shared/contract/reports';
import { REPORT_CATALOGUE } from '@shared/domain/report-kind';
import { writeTimes } from '@shared/domain/report-times';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type Column, DataTable } from '../../components/data-table';
import { Panel } from '../../components/panel';
import { StatusPill } from '../../components/status-pill';
import { engine, orpc } from '../../lib/engine-client';
import { formatInstant } from '../../lib/format';
import { useJobsStore } from '../../lib/jobs-store';
import { notifyError } from '../../lib/notices-store';
import { texts } from '../../texts/texts';
import classes from './reports-screen.module.css';

const words = texts.reports.schedules;

/** Reports that are written by themselves; nothing is shown until there is one. */
export function SchedulesPanel() {
  const { data: schedules = [] } = useQuery(orpc.reports.listSchedules.queryOptions({ input: {} }));
  if (schedules.length === 0) return null;
  return (
    <Panel title={words.title} isFlush testId="report-schedules">
      <DataTable caption={words.caption} columns={COLUMNS} rows={schedules} rowKey={({ id }) => id} />
    </Panel>
  );
}

function Last({ schedule: { lastError, lastRunAt, failures } }: { schedule: ReportSchedule }) {
  if (lastError !== null) return <StatusPill tone="act">{words.failed(lastError, failures)}</StatusPill>;
  return lastRunAt === null ? words.never : formatInstant(lastRunAt);
}

function Actions({ schedule }: { schedule: ReportSchedule }) {
  const remove = useMutation(orpc.reports.removeSchedule.mutationOptions({ onError: notifyError }));
  const run = async () => {
    const { jobId } = await engine.reports.runSchedule({ id: schedule.id });
    useJobsStore.getState().put(await engine.jobs.get({ jobId }));
  };
  return (
    <span className={classes.actions}>
      <Button size="compact-xs" variant="default" onClick={() => void run().catch(notifyError)}>
        {words.writeNow}
      </Button>
      <Button size="compact-xs" variant="default" onClick={() => remove.mutate({ id: schedule.id })}>
        {words.remove}
      </Button>
    </span>
  );
}

function OnSwitch({ schedule }: { schedule: ReportSchedule }) {
  const save = useMutation(orpc.reports.saveSchedule.mutationOptions({ onError: notifyError }));
  const { id, dueAt, lastRunAt, lastPath, lastError, failures, ...kept } = schedule;
  return (
    <Switch
      size="xs"
      aria-label={words.isOn(REPORT_CATALOGUE[schedule.report.kind].title)}
      checked={schedule.isOn}
      disabled={save.isPending}
      onChange={(event) => save.mutate({ id, schedule: { ...kept, isOn: event.currentTarget.checked } })}
    />
  );
}

const COLUMNS: Column<ReportSchedule>[] = [
  { id: 'on', header: words.on, width: 60, render: (schedule) => <OnSwitch schedule={schedule} /> },
  {
    id: 'report',
    header: words.report,
    width: 190,
    render: ({ report }) => REPORT_CATALOGUE[report.kind].title,
  },
  { id: 'format', header: words.format, width: 80, render: ({ format }) => format.toUpperCase() },
  { id: 'when', header: words.when, width: 190, render: writeTimes },
  {
    id: 'folder',
    header: words.folder,
    render: ({ folder }) => (
      <span className={classes.path} title={folder}>
        {folder}
      </span>
    ),
  },
  { id: 'last', header: words.last, width: 200, render: (schedule) => <Last schedule={schedule} /> },
  { id: 'actions', header: '', width: 170, render: (schedule) => <Actions schedule={schedule} /> },
];
