import { Button, Skeleton } from '@mantine/core';
import type { SavedReport } from '@shared/contract/reports';
import { IconFileSpreadsheet, IconFileTypePdf } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type Column, DataTable } from '../../components/data-table';
import { EmptyState } from '../../components/empty-state';
import { Panel } from '../../components/panel';
import { QueryView } from '../../components/query-view';
import { Screen } from '../../components/screen';
import { desktop } from '../../lib/desktop-bridge';
import { orpc } from '../../lib/engine-client';
import { formatBytes, formatInstant } from '../../lib/format';
import { notifyError } from '../../lib/notices-store';
import { useScope } from '../../lib/session-store';
import { useCurrentStore } from '../../lib/use-stores';
import type { ReportFormat } from './report-name';
import classes from './reports-screen.module.css';
import { saveReport } from './save-report';

export function ReportsScreen() {
  return (
    <Screen
      name="reports"
      title="Reports"
      lead="The figures of the screens, computed once, to send on or to print"
    >
      <div className={classes.choices}>
        <ReportChoice
          format="xlsx"
          icon={<IconFileSpreadsheet size={26} stroke={1.5} aria-hidden />}
          title="Excel workbook"
          text="Every table as rows: aged units, forecast with bands, gaps, and the order plan with reasons and your decisions."
        />
        <ReportChoice
          format="pdf"
          icon={<IconFileTypePdf size={26} stroke={1.5} aria-hidden />}
          title="PDF to print"
          text="The store on one page for the Monday meeting, then ageing, forecast and gaps, and the order plan to sign."
        />
      </div>
      <SavedReports />
    </Screen>
  );
}

type ChoiceProps = { format: ReportFormat; icon: ReactNode; title: string; text: string };

function ReportChoice({ format, icon, title, text }: ChoiceProps) {
  const scope = useScope();
  const store = useCurrentStore();
  const [isBusy, setBusy] = useState(false);
  const save = () => {
    setBusy(true);
    void saveReport(format, scope, store).finally(() => setBusy(false));
  };
  return (
    <section className={classes.choice}>
      {icon}
      <div className={classes.words}>
        <h2 className={classes.title}>{title}</h2>
        <p className={classes.text}>{text}</p>
      </div>
      <Button loading={isBusy} onClick={save} data-testid={`save-${format}`}>
        Save…
      </Button>
    </section>
  );
}

function SavedReports() {
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
