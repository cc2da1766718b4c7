import { Button } from '@mantine/core';
import type { WatchedFile } from '@shared/contract/watch';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { type Column, DataTable } from '../../components/data-table';
import { StatusPill } from '../../components/status-pill';
import type { Tone } from '../../components/tone';
import { orpc } from '../../lib/engine-client';
import { formatBytes, formatInstant } from '../../lib/format';
import { notify, notifyError } from '../../lib/notices-store';
import classes from './watch-panel.module.css';

const SHOWN = 50;

const STATE_WORDS: Record<WatchedFile['state'], { word: string; tone: Tone | 'neutral' }> = {
  importing: { word: 'Importing', tone: 'neutral' },
  imported: { word: 'Imported', tone: 'good' },
  refused: { word: 'Refused', tone: 'act' },
  failed: { word: 'Failed', tone: 'act' },
  known: { word: 'Known already', tone: 'neutral' },
  present: { word: 'Left alone', tone: 'neutral' },
};

/** What became of the folder's files, newest first; whatever was not imported can be tried again. */
export function WatchedFiles({ isOn }: { isOn: boolean }) {
  const { data } = useQuery(
    orpc.watch.listFiles.queryOptions({
      input: { offset: 0, limit: SHOWN },
      placeholderData: keepPreviousData,
    }),
  );
  const retry = useMutation(
    orpc.watch.retryFile.mutationOptions({
      onSuccess: () =>
        notify({
          tone: 'good',
          title: 'It is imported in a minute',
          detail: 'Once it has stayed unchanged.',
        }),
      onError: notifyError,
    }),
  );
  if (!data || data.files.length === 0) return null;
  return (
    <DataTable
      caption="Files of the watched folder, newest first"
      columns={fileColumns(isOn ? (file) => retry.mutate({ fileId: file.id }) : null)}
      rows={data.files}
      rowKey={({ id }) => id}
      maxHeight={260}
      testId="watched-files"
    />
  );
}

function fileColumns(onRetry: ((file: WatchedFile) => void) | null): Column<WatchedFile>[] {
  return [
    { id: 'seen', header: 'Seen', render: ({ seenAt }) => formatInstant(seenAt) },
    { id: 'file', header: 'File', render: ({ file }) => <strong>{file}</strong> },
    { id: 'bytes', header: 'Size', isNumber: true, render: ({ bytes }) => formatBytes(bytes) },
    {
      id: 'state',
      header: 'Became',
      render: ({ state }) => (
        <StatusPill tone={STATE_WORDS[state].tone}>{STATE_WORDS[state].word}</StatusPill>
      ),
    },
    {
      id: 'why',
      header: 'What happened',
      render: ({ message, nextStep }) => (
        <span className={classes.why}>{[message, nextStep].filter(Boolean).join(' ')}</span>
      ),
    },
    {
      id: 'retry',
      header: '',
      render: (file) =>
        onRetry &&
        !['imported', 'importing', 'known'].includes(file.state) && (
          <Button size="compact-xs" variant="default" onClick={() => onRetry(file)}>
            {file.state === 'present' ? 'Import' : 'Try again'}
          </Button>
        ),
    },
  ];
}
