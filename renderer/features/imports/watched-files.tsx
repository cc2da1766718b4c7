import { Button } from '@mantine/core';
import type { WatchedFile } from '@shared/contract/watch';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { type Column, DataTable } from '../../components/data-table';
import { StatusPill } from '../../components/status-pill';
import type { Tone } from '../../components/tone';
import { orpc } from '../../lib/engine-client';
import { formatBytes, formatInstant } from '../../lib/format';
import { notify, notifyError } from '../../lib/notices-store';
import { texts } from '../../texts/texts';
import classes from './watch-panel.module.css';

const words = texts.imports.watch;

const SHOWN = 50;

const STATE_TONES: Record<WatchedFile['state'], Tone | 'neutral'> = {
  importing: 'neutral',
  imported: 'good',
  refused: 'act',
  failed: 'act',
  known: 'neutral',
  present: 'neutral',
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
          title: words.again,
          detail: words.againAbout,
        }),
      onError: notifyError,
    }),
  );
  if (!data || data.files.length === 0) return null;
  return (
    <DataTable
      caption={words.caption}
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
    { id: 'seen', header: words.seen, render: ({ seenAt }) => formatInstant(seenAt) },
    { id: 'file', header: words.file, render: ({ file }) => <strong>{file}</strong> },
    { id: 'bytes', header: words.size, isNumber: true, render: ({ bytes }) => formatBytes(bytes) },
    {
      id: 'state',
      header: words.became,
      render: ({ state }) => <StatusPill tone={STATE_TONES[state]}>{words.states[state]}</StatusPill>,
    },
    {
      id: 'why',
      header: words.happened,
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
            {file.state === 'present' ? words.import : words.tryAgain}
          </Button>
        ),
    },
  ];
}
