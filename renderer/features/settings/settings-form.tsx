import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import type { StoreSettings } from '@shared/contract/stores';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useBlocker } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { Panel } from '../../components/panel';
import { Question } from '../../components/question';
import { orpc } from '../../lib/engine-client';
import { notify, notifyError } from '../../lib/notices-store';
import { FIELD_GROUPS, type FieldName, readText, type SettingsText, toText } from './settings-fields';
import classes from './settings-form.module.css';

type Props = { storeName: string; input: { storeCode?: string }; settings: StoreSettings };

/** All settings of a store at once; saved together, or not at all. */
export function SettingsForm({ storeName, input, settings }: Props) {
  const [text, setText] = useState(() => toText(settings));
  const saved = toText(settings);
  const isChanged = (Object.keys(text) as FieldName[]).some((name) => text[name] !== saved[name]);
  const { settings: wanted, errors } = readText(text);
  const queryClient = useQueryClient();
  const save = useMutation(
    orpc.stores.updateSettings.mutationOptions({
      onSuccess: (stored) => {
        setText(toText(stored));
        queryClient.setQueryData(orpc.stores.getSettings.queryKey({ input }), stored);
        notify({
          tone: 'good',
          title: 'Settings saved',
          detail: 'Figures use them from now on; make a new plan for its limits.',
        });
      },
      onError: notifyError,
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (wanted) save.mutate({ ...input, settings: wanted });
  };
  const set = (name: FieldName, value: string) => setText((before) => ({ ...before, [name]: value }));

  return (
    <form onSubmit={submit} data-testid="settings-form">
      <Panel
        title={storeName}
        note={isChanged ? 'not saved yet' : undefined}
        actions={
          <>
            <Button variant="default" disabled={!isChanged} onClick={() => setText(saved)}>
              Discard
            </Button>
            <Button
              type="submit"
              disabled={!isChanged || !wanted}
              loading={save.isPending}
              data-testid="settings-save"
            >
              Save
            </Button>
          </>
        }
      >
        <div className={classes.groups}>
          {FIELD_GROUPS.map(({ title, fields }) => (
            <fieldset key={title} className={classes.group}>
              <legend className={classes.legend}>{title}</legend>
              {fields.map((field) => (
                <SettingField
                  key={field.name}
                  {...field}
                  value={text[field.name]}
                  error={errors?.[field.name]}
                  onChange={set}
                />
              ))}
            </fieldset>
          ))}
          <fieldset className={classes.group}>
            <legend className={classes.legend}>Closed</legend>
            <Weekdays text={text} onChange={set} />
            <SettingField
              name="closedDays"
              label="Closed days"
              unit="YYYY-MM-DD, …"
              value={text.closedDays}
              error={errors?.closedDays}
              onChange={set}
            />
          </fieldset>
        </div>
      </Panel>
      <UnsavedQuestion isChanged={isChanged} />
    </form>
  );
}

/** Leaving with something typed asks first. */
function UnsavedQuestion({ isChanged }: { isChanged: boolean }) {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: () => isChanged,
    enableBeforeUnload: false,
    withResolver: true,
  });
  return (
    <Question
      isOpen={status === 'blocked'}
      title="Leave without saving?"
      yes="Leave"
      no="Stay"
      onYes={() => proceed?.()}
      onNo={() => reset?.()}
      testId="unsaved-question"
    >
      What you changed in the settings is not saved yet.
    </Question>
  );
}

type FieldProps = {
  name: FieldName;
  label: string;
  unit: string;
  hint?: string;
  options?: string[];
  value: string;
  error: string | undefined;
  onChange(name: FieldName, value: string): void;
};

function SettingField({ name, label, unit, hint, options, value, error, onChange }: FieldProps) {
  const shared = {
    label,
    description: hint,
    error,
    rightSection: <span className={classes.unit}>{unit}</span>,
    rightSectionWidth: unit.length * 6.4 + 16,
    rightSectionProps: { style: { justifyContent: 'flex-end' } },
    'data-testid': `setting-${name}`,
  };
  if (options) {
    return (
      <Select
        {...shared}
        data={options}
        value={value}
        allowDeselect={false}
        onChange={(next) => onChange(name, next ?? value)}
      />
    );
  }
  return (
    <TextInput {...shared} value={value} onChange={(event) => onChange(name, event.currentTarget.value)} />
  );
}

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

function Weekdays({
  text,
  onChange,
}: {
  text: SettingsText;
  onChange(name: FieldName, value: string): void;
}) {
  const chosen = text.closedWeekdays.split(', ').filter(Boolean);
  return (
    <Checkbox.Group
      label="Closed on"
      size="xs"
      value={chosen}
      onChange={(next) => onChange('closedWeekdays', [...next].sort().join(', '))}
    >
      <div className={classes.weekdays}>
        {WEEKDAYS.map((name, day) => (
          <Checkbox key={name} size="xs" value={String(day)} label={name} />
        ))}
      </div>
    </Checkbox.Group>
  );
}
