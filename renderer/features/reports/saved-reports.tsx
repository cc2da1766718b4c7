import { Button, Skeleton } from '@mantine/core';
import type { SavedReport } from '@shared/contract/reports';
import { useQuery } from '@tanstack/react-query';
import { type Column, DataTable } from '../../components/data-table';
import { EmptyState } from '../../components/empty-state';
import { Panel } from '../../components/panel';
import { QueryView } from '../../components/query-view';
import { desktop } from '../../lib/desktop-bridge';
import { orpc } from '../../lib/engine-client';
import { formatBytes, formatInstant } from '../../lib/format';
import { notifyError } from '../../lib/notices-store';
import { texts } from '../../texts/texts';
import classes from './reports-screen.module.css';

const words = texts.reports.saved;

export function SavedReports() {
  const saved = useQuery(orpc.reports.listSaved.queryOptions({ input: {} }));
  return (
    <Panel title={words.title} isFlush testId="saved-reports">
      <QueryView query={saved} loading={<Skeleton height={120} m="sm" />}>
        {(reports) =>
          reports.length === 0 ? (
            <EmptyState title={words.none}>{words.noneAbout}</EmptyState>
          ) : (
            <DataTable
              caption={words.caption}
              columns={COLUMNS}
              rows={reports}
              rowKey={({ path, createdAt }) => path + createdAt}
            />
          )
        }
      </QueryView>
    </Panel>
  );
}

const COLUMNS: Column<SavedReport>[] = [
  { id: 'when', header: words.at, width: 180, render: ({ createdAt }) => formatInstant(createdAt) },
  { id: 'format', header: words.format, width: 80, render: ({ format }) => format.toUpperCase() },
  {
    id: 'path',
    header: words.file,
    render: ({ path }) => (
      <span className={classes.path} title={path}>
        {path}
      </span>
    ),
  },
  { id: 'size', header: words.size, width: 90, isNumber: true, render: ({ bytes }) => formatBytes(bytes) },
  {
    id: 'actions',
    header: '',
    width: 190,
    render: ({ path }) => (
      <span className={classes.actions}>
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => void desktop.openFile(path).catch(notifyError)}
        >
          {words.open}
        </Button>
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => void desktop.showInFolder(path).catch(notifyError)}
        >
          {words.showInFolder}
        </Button>
      </span>
    ),
  },
];
