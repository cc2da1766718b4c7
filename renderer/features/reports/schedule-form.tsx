import { Button, Modal, Select, TextInput } from '@mantine/core';
import type { ReportFormat, ScheduleInput } from '@shared/contract/reports';
import { REPORT_CATALOGUE } from '@shared/domain/report-kind';
import { readTime, WEEKDAYS, writeTimes } from '@shared/domain/report-times';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { desktop } from '../../lib/desktop-bridge';
import { orpc } from '../../lib/engine-client';
import { notify, notifyError } from '../../lib/notices-store';
import { useScope } from '../../lib/session-store';
import { type ReportChoice, toRequest } from './report-choice';
import classes from './reports-screen.module.css';

type Props = { choice: ReportChoice; onClose(): void };

const FORMATS: { value: ReportFormat; label: string }[] = [
  { value: 'pdf', label: 'PDF' },
  { value: 'xlsx', label: 'Excel workbook' },
  { value: 'csv', label: 'CSV table' },
  { value: 'parquet', label: 'Parquet table' },
];

const WHEN = [
  { value: 'after_import', label: 'After each import' },
  { value: 'daily', label: 'Every day' },
  ...WEEKDAYS.map((label, index) => ({ value: String(index), label: `Every ${label}` })),
];

/** Has the chosen report written by itself: as what, when, and to which folder. */
export function ScheduleForm({ choice, onClose }: Props) {
  const { asOf: _, ...report } = toRequest(choice, useScope());
  const [format, setFormat] = useState<ReportFormat>('pdf');
  const [when, setWhen] = useState('1');
  const [time, setTime] = useState('07:00');
  const [folder, setFolder] = useState('');
  const minuteOfDay = readTime(time);
  const times = toTimes(when, minuteOfDay);
  const save = useMutation(
    orpc.reports.saveSchedule.mutationOptions({
      onSuccess: (schedule) => {
        notify({
          tone: 'good',
          title: 'Report scheduled',
          detail: `${writeTimes(schedule)}, to ${schedule.folder}`,
        });
        onClose();
      },
      onError: notifyError,
    }),
  );
  const chooseFolder = () =>
    void desktop
      .chooseFolder('Folder for the reports')
      .then((chosen) => chosen !== null && setFolder(chosen))
      .catch(notifyError);
  const { storeCode, ...rest } = report;
  return (
    <Modal opened onClose={onClose} size={460} title={`Schedule: ${REPORT_CATALOGUE[choice.kind].title}`}>
      <form
        className={classes.form}
        data-testid="schedule-form"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({
            schedule: { ...(storeCode && { storeCode }), report: rest, format, folder, ...times },
          });
        }}
      >
        <Select
          label="As"
          data={FORMATS}
          value={format}
          allowDeselect={false}
          onChange={(value) => setFormat(FORMATS.find((one) => one.value === value)?.value ?? format)}
        />
        <Select
          label="When"
          data={WHEN}
          value={when}
          allowDeselect={false}
          onChange={(value) => setWhen(value ?? when)}
        />
        {when !== 'after_import' && (
          <TextInput
            label="At"
            type="time"
            value={time}
            error={minuteOfDay === null && 'A time of day, e.g. 07:00'}
            onChange={(event) => setTime(event.currentTarget.value)}
          />
        )}
        <TextInput
          label="Folder"
          placeholder="Choose where the files go"
          value={folder}
          readOnly
          onClick={chooseFolder}
          rightSectionWidth={92}
          rightSection={
            <Button size="compact-xs" variant="default" onClick={chooseFolder} data-testid="schedule-folder">
              Choose…
            </Button>
          }
        />
        <p className={classes.text}>
          Written while DOSO is open. A computer that only runs at night can call doso schedule run.
        </p>
        <div className={classes.actions}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button
            type="submit"
            loading={save.isPending}
            disabled={folder === '' || minuteOfDay === null}
            data-testid="schedule-save"
          >
            Schedule it
          </Button>
        </div>
      </form>
    </Modal>
  );
}

function toTimes(
  when: string,
  minuteOfDay: number | null,
): Pick<ScheduleInput, 'cadence' | 'weekday' | 'minuteOfDay'> {
  const at = { minuteOfDay: minuteOfDay ?? 0 };
  if (when === 'after_import' || when === 'daily') return { cadence: when, weekday: null, ...at };
  return { cadence: 'weekly', weekday: Number(when), ...at };
}
