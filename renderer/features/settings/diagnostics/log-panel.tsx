import { Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { LogEntry } from '@shared/contract/diagnostics';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DataTable } from '../../../components/data-table';
import { Panel } from '../../../components/panel';
import { StatusPill } from '../../../components/status-pill';
import { orpc } from '../../../lib/engine-client';
import { capitalize, formatInstant } from '../../../lib/format';
import classes from './diagnostics.module.css';

const TONES = { debug: 'neutral', info: 'neutral', warn: 'caution', error: 'act' } as const;
const LEVELS = [
  { value: 'info', label: 'Everything' },
  { value: 'warn', label: 'Warnings and errors' },
  { value: 'error', label: 'Errors' },
];

/** The engine's log, newest first. VINs, paths and secrets were taken out before it was written. */
export function LogPanel() {
  const [text, setText] = useState('');
  const [level, setLevel] = useState<LogEntry['level']>('info');
  const [wanted] = useDebouncedValue(text, 250);
  const input = { text: wanted, level };
  const log = useQuery(
    orpc.diagnostics.searchLog.queryOptions({ input, staleTime: 0, placeholderData: keepPreviousData }),
  );
  return (
    <Panel
      title="Log"
      note={log.data?.isMore ? 'the newest lines' : undefined}
      isFlush
      actions={
        <>
          <TextInput
            placeholder="Find in the log"
            aria-label="Find in the log"
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            data-testid="log-text"
          />
          <Select
            aria-label="Level"
            data={LEVELS}
            value={level}
            allowDeselect={false}
            onChange={(value) => setLevel(value === 'warn' || value === 'error' ? value : 'info')}
          />
        </>
      }
    >
      <DataTable
        caption="Log"
        rows={log.data?.entries ?? []}
        rowKey={({ at, message, details }) => at + message + details}
        testId="log-entries"
        maxHeight={220}
        empty="No line matches."
        columns={[
          { id: 'at', header: 'When', width: 180, render: ({ at }) => formatInstant(at) },
          {
            id: 'level',
            header: '',
            width: 90,
            render: (entry) => <StatusPill tone={TONES[entry.level]}>{capitalize(entry.level)}</StatusPill>,
          },
          { id: 'message', header: 'What', render: ({ message }) => message },
          {
            id: 'details',
            header: 'Details',
            render: ({ details }) => (
              <span className={classes.statement} title={details}>
                {details}
              </span>
            ),
          },
        ]}
      />
    </Panel>
  );
}
