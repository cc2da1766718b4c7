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
import classes from './reports-screen.module.css';

export function SavedReports() {
  const saved = useQuery(orpc.reports.listSaved.queryOptions({ input: {} }));
  return (
    <Panel title="Saved lately" isFlush testId="saved-reports">
      <QueryView query={saved} loading={<Skeleton height={120} m="sm" />}>
        {(reports) =>
          reports.length === 0 ? (
            <EmptyState title="No report saved yet">Reports that you save are listed here.</EmptyState>
          ) : (
            <DataTable
              caption="Saved reports"
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
  { id: 'when', header: 'Saved', width: 180, render: ({ createdAt }) => formatInstant(createdAt) },
  { id: 'format', header: 'Format', width: 80, render: ({ format }) => format.toUpperCase() },
  {
    id: 'path',
    header: 'File',
    render: ({ path }) => (
      <span className={classes.path} title={path}>
        {path}
      </span>
    ),
  },
  { id: 'size', header: 'Size', width: 90, isNumber: true, render: ({ bytes }) => formatBytes(bytes) },
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
          Open
        </Button>
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => void desktop.showInFolder(path).catch(notifyError)}
        >
          Show in folder
        </Button>
      </span>
    ),
  },
];
