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
import { texts } from '../../texts/texts';
import { type ReportChoice, toRequest } from './report-choice';
import classes from './reports-screen.module.css';

const words = texts.reports.schedule;

type Props = { choice: ReportChoice; onClose(): void };

const FORMATS: { value: ReportFormat; label: string }[] = [
  { value: 'pdf', label: words.formats.pdf },
  { value: 'xlsx', label: words.formats.excel },
  { value: 'csv', label: words.formats.csv },
  { value: 'parquet', label: words.formats.parquet },
];

const WHEN = [
  { value: 'after_import', label: words.afterImport },
  { value: 'daily', label: words.daily },
  ...WEEKDAYS.map((label, index) => ({ value: String(index), label: words.weekly(label) })),
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
          title: words.done,
          detail: words.doneAbout(writeTimes(schedule), schedule.folder),
        });
        onClose();
      },
      onError: notifyError,
    }),
  );
  const chooseFolder = () =>
    void desktop
      .chooseFolder(words.chooseFolder)
      .then((chosen) => chosen !== null && setFolder(chosen))
      .catch(notifyError);
  const { storeCode, ...rest } = report;
  return (
    <Modal opened onClose={onClose} size={460} title={words.title(REPORT_CATALOGUE[choice.kind].title)}>
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
          label={words.as}
          data={FORMATS}
          value={format}
          allowDeselect={false}
          onChange={(value) => setFormat(FORMATS.find((one) => one.value === value)?.value ?? format)}
        />
        <Select
          label={words.when}
          data={WHEN}
          value={when}
          allowDeselect={false}
          onChange={(value) => setWhen(value ?? when)}
        />
        {when !== 'after_import' && (
          <TextInput
            label={words.at}
            type="time"
            value={time}
            error={minuteOfDay === null && words.badTime}
            onChange={(event) => setTime(event.currentTarget.value)}
          />
        )}
        <TextInput
          label={words.folder}
          placeholder={words.noFolder}
          value={folder}
          readOnly
          onClick={chooseFolder}
          rightSectionWidth={92}
          rightSection={
            <Button size="compact-xs" variant="default" onClick={chooseFolder} data-testid="schedule-folder">
              {words.choose}
            </Button>
          }
        />
        <p className={classes.text}>{words.about}</p>
        <div className={classes.actions}>
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button
            type="submit"
            loading={save.isPending}
            disabled={folder === '' || minuteOfDay === null}
            data-testid="schedule-save"
          >
            {words.submit}
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
