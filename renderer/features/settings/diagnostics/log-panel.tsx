import { Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { LogEntry } from '@shared/contract/diagnostics';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DataTable } from '../../../components/data-table';
import { Panel } from '../../../components/panel';
import { StatusPill } from '../../../components/status-pill';
import { orpc } from '../../../lib/engine-client';
import { formatInstant } from '../../../lib/format';
import { texts } from '../../../texts/texts';
import classes from './diagnostics.module.css';

const words = texts.settings.diagnostics.log;

const LEVELS = [
  { value: 'info', label: words.levels.info },
  { value: 'warn', label: words.levels.warn },
  { value: 'error', label: words.levels.error },
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
      title={words.title}
      note={log.data?.isMore ? words.note : undefined}
      isFlush
      actions={
        <>
          <TextInput
            placeholder={words.find}
            aria-label={words.find}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            data-testid="log-text"
          />
          <Select
            aria-label={words.shownLevels}
            data={LEVELS}
            value={level}
            allowDeselect={false}
            onChange={(value) => setLevel(value === 'warn' || value === 'error' ? value : 'info')}
          />
        </>
      }
    >
      <div className={classes.log}>
        <DataTable
          caption={words.caption}
          rows={log.data?.entries ?? []}
          rowKey={({ at, message, details }) => at + message + details}
          testId="log-entries"
          maxHeight="100%"
          empty={words.none}
          columns={[
            { id: 'at', header: words.when, width: 180, render: ({ at }) => formatInstant(at) },
            {
              id: 'level',
              header: '',
              width: 90,
              render: (entry) => (
                <StatusPill tone={toneOf(entry.level)}>{words.level[entry.level]}</StatusPill>
              ),
            },
            { id: 'message', header: words.what, render: ({ message }) => message },
            {
              id: 'details',
              header: words.details,
              render: ({ details }) => (
                <span className={classes.statement} title={details}>
                  {details}
                </span>
              ),
            },
          ]}
        />
      </div>
    </Panel>
  );
}

function toneOf(level: LogEntry['level']) {
  if (level === 'error') return 'act';
  return level === 'warn' ? 'caution' : 'neutral';
}
