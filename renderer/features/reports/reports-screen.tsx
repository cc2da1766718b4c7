import { Button, Menu } from '@mantine/core';
import { EXTRACT_TABLES, EXTRACT_TITLES, REPORT_CATALOGUE, TABLE_OF_KIND } from '@shared/domain/report-kind';
import { IconCalendarPlus, IconFileSpreadsheet, IconFileTypePdf, IconTable } from '@tabler/icons-react';
import { useState } from 'react';
import { Panel } from '../../components/panel';
import { Screen } from '../../components/screen';
import { useScope } from '../../lib/session-store';
import { useCurrentStore } from '../../lib/use-stores';
import { texts } from '../../texts/texts';
import { LogoChoice } from './logo-choice';
import { FIRST_CHOICE, type ReportChoice, toRequest } from './report-choice';
import { ReportKinds } from './report-kinds';
import { ReportOptions } from './report-options';
import { ReportPreview } from './report-preview';
import classes from './reports-screen.module.css';
import { saveReport, saveTable } from './save-report';
import { SavedReports } from './saved-reports';
import { ScheduleForm } from './schedule-form';
import { SchedulesPanel } from './schedules-panel';

const words = texts.reports;

export function ReportsScreen() {
  const [choice, setChoice] = useState(FIRST_CHOICE);
  const request = toRequest(choice, useScope());
  return (
    <Screen name="reports" title={words.title} lead={words.lead}>
      <div className={classes.columns}>
        <ReportKinds chosen={choice.kind} onChoose={(kind) => setChoice({ ...choice, kind, without: [] })} />
        <Panel title={REPORT_CATALOGUE[choice.kind].title} actions={<SaveButtons choice={choice} />}>
          <ReportOptions choice={choice} onChange={setChoice} />
          <LogoChoice />
          <ReportPreview request={request} />
        </Panel>
      </div>
      <SchedulesPanel />
      <SavedReports />
    </Screen>
  );
}

function SaveButtons({ choice }: { choice: ReportChoice }) {
  const request = toRequest(choice, useScope());
  const store = useCurrentStore();
  const [isPrinting, setPrinting] = useState(false);
  const [isScheduling, setScheduling] = useState(false);
  const print = () => {
    setPrinting(true);
    void saveReport('pdf', request, store).finally(() => setPrinting(false));
  };
  return (
    <>
      <Button
        leftSection={<IconFileTypePdf size={16} stroke={1.6} aria-hidden />}
        loading={isPrinting}
        onClick={print}
        data-testid="save-pdf"
      >
        {words.save.pdf}
      </Button>
      <Button
        variant="default"
        leftSection={<IconFileSpreadsheet size={16} stroke={1.6} aria-hidden />}
        onClick={() => void saveReport('xlsx', request, store)}
        data-testid="save-xlsx"
      >
        {words.save.excel}
      </Button>
      <TableMenu choice={choice} />
      <Button
        variant="default"
        leftSection={<IconCalendarPlus size={16} stroke={1.6} aria-hidden />}
        onClick={() => setScheduling(true)}
        data-testid="schedule-report"
      >
        {words.save.schedule}
      </Button>
      {isScheduling && <ScheduleForm choice={choice} onClose={() => setScheduling(false)} />}
    </>
  );
}

const FORMATS = [
  { format: 'csv', label: words.formats.csv },
  { format: 'json', label: words.formats.json },
  { format: 'parquet', label: words.formats.parquet },
] as const;

/** The report's own table first, then every other; one file each. */
function TableMenu({ choice }: { choice: ReportChoice }) {
  const request = toRequest(choice, useScope());
  const store = useCurrentStore();
  const own = TABLE_OF_KIND[choice.kind];
  const tables = [own, ...EXTRACT_TABLES.filter((name) => name !== own)];
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconTable size={16} stroke={1.6} aria-hidden />}
          data-testid="save-table"
        >
          {words.save.table}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.tables}>
        {tables.map((table) => (
          <div key={table} className={classes.table}>
            <span className={classes.text}>{EXTRACT_TITLES[table]}</span>
            {FORMATS.map(({ format, label }) => (
              <Menu.Item
                key={format}
                className={classes.format}
                aria-label={words.save.tableAs(EXTRACT_TITLES[table], label)}
                onClick={() => void saveTable(format, table, request, store)}
                data-testid={`save-${table}-${format}`}
              >
                {label}
              </Menu.Item>
            ))}
          </div>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
