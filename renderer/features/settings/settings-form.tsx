import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import type { StoreSettings } from '@shared/contract/stores';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useBlocker } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { Panel } from '../../components/panel';
import { Question } from '../../components/question';
import { orpc } from '../../lib/engine-client';
import { formatWeekday } from '../../lib/format';
import { notify, notifyError } from '../../lib/notices-store';
import { texts } from '../../texts/texts';
import {
  FIELD_GROUPS,
  FIELD_OPTIONS,
  type FieldName,
  type NamedField,
  readText,
  type SettingsText,
  toText,
} from './settings-fields';
import classes from './settings-form.module.css';

const words = texts.settings.store.form;
const fieldWords = texts.settings.fields;

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
          title: words.saved,
          detail: words.savedAbout,
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
        note={isChanged ? words.unsaved : undefined}
        actions={
          <>
            <Button variant="default" disabled={!isChanged} onClick={() => setText(saved)}>
              {words.discard}
            </Button>
            <Button
              type="submit"
              disabled={!isChanged || !wanted}
              loading={save.isPending}
              data-testid="settings-save"
            >
              {words.save}
            </Button>
          </>
        }
      >
        <div className={classes.groups}>
          {FIELD_GROUPS.map(({ group, fields }) => (
            <fieldset key={group} className={classes.group}>
              <legend className={classes.legend}>{fieldWords.groups[group]}</legend>
              {fields.map((name) => (
                <SettingField
                  key={name}
                  name={name}
                  value={text[name]}
                  error={errors?.[name]}
                  onChange={set}
                />
              ))}
            </fieldset>
          ))}
          <fieldset className={classes.group}>
            <legend className={classes.legend}>{fieldWords.groups.closed}</legend>
            <Weekdays text={text} onChange={set} />
            <SettingField
              name="closedDays"
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
      title={words.leave.title}
      yes={words.leave.yes}
      no={words.leave.no}
      onYes={() => proceed?.()}
      onNo={() => reset?.()}
      testId="unsaved-question"
    >
      {words.leave.about}
    </Question>
  );
}

type FieldProps = {
  name: NamedField;
  value: string;
  error: string | undefined;
  onChange(name: FieldName, value: string): void;
};

function SettingField({ name, value, error, onChange }: FieldProps) {
  const { label, unit, hint } = fieldWords.named[name];
  const options = FIELD_OPTIONS[name];
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
      label={fieldWords.closedOn}
      size="xs"
      value={chosen}
      onChange={(next) => onChange('closedWeekdays', [...next].sort().join(', '))}
    >
      <div className={classes.weekdays}>
        {[0, 1, 2, 3, 4, 5, 6].map((day) => (
          <Checkbox key={day} size="xs" value={String(day)} label={formatWeekday(day)} />
        ))}
      </div>
    </Checkbox.Group>
  );
}
