import { ActionIcon, Tooltip } from '@mantine/core';
import { IconCamera, IconChartBar, IconCopy, IconTable } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { notify } from '../lib/notices-store';
import { texts } from '../texts/texts';
import classes from './chart.module.css';
import { type Column, DataTable } from './data-table';
import { Panel } from './panel';
import { tableAsText } from './table-as-text';

const words = texts.components.chart;

export type ChartTable = {
  columns: string[];
  rows: (string | number)[][];
  /** Opens what a row of the table, by its index, stands for: what a click in the drawing does, by keyboard. */
  onOpenRow?: (index: number) => void;
};

export type ChartFrameProps = {
  /** Stable: `chart-<name>` is its test id, and the picture's file is named after it. */
  name: string;
  title: string;
  note?: ReactNode;
  table: ChartTable;
  actions?: ReactNode;
  /** Of the drawing; at least, when it fills what the screen leaves. Without it the drawing takes its own. */
  height?: number | undefined;
  isFilling?: boolean | undefined;
};

type Props = ChartFrameProps & { onSavePicture(): Promise<void>; children: ReactNode };

/** What every chart has, whoever draws it: the table behind it, its figures as text, and itself as a picture. */
export function ChartFrame({
  name,
  title,
  note,
  table,
  actions,
  height,
  isFilling,
  onSavePicture,
  children,
}: Props) {
  const [isTable, setTable] = useState(false);
  const tools = (
    <>
      {actions}
      <Tool label={words.copyTable} icon={<IconCopy size={15} />} onClick={() => void copy(table)} />
      {!isTable && (
        <Tool
          label={words.savePicture}
          icon={<IconCamera size={15} />}
          onClick={() => void onSavePicture()}
          testId={`chart-picture-${name}`}
        />
      )}
      <Tool
        label={isTable ? words.showChart : words.showTable}
        icon={isTable ? <IconChartBar size={15} /> : <IconTable size={15} />}
        onClick={() => setTable((before) => !before)}
        testId={`chart-toggle-${name}`}
      />
    </>
  );
  return (
    <Panel title={title} note={note} actions={tools} isFilling={isFilling} testId={`chart-${name}`}>
      <div style={isFilling ? { minHeight: height, height: '100%' } : { height }} className={classes.area}>
        {isTable ? (
          <DataTable
            caption={title}
            columns={tableColumns(table)}
            rows={table.rows}
            rowKey={(row) => String(row[0])}
            {...(table.onOpenRow && { onOpenRow: openRowOf(table) })}
            maxHeight={isFilling ? '100%' : height}
          />
        ) : (
          children
        )}
      </div>
    </Panel>
  );
}

function tableColumns(table: ChartTable): Column<(string | number)[]>[] {
  return table.columns.map((header, index) => ({
    id: header,
    header,
    isNumber: index > 0,
    render: (row) => row[index] ?? '',
  }));
}

function openRowOf({ rows, onOpenRow }: ChartTable) {
  return (row: (string | number)[]) => onOpenRow?.(rows.indexOf(row));
}

type ToolProps = { label: string; icon: ReactNode; onClick(): void; testId?: string };

function Tool({ label, icon, onClick, testId }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon size="sm" aria-label={label} onClick={onClick} data-testid={testId}>
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}

async function copy(table: ChartTable) {
  await navigator.clipboard.writeText(tableAsText(table));
  notify({ tone: 'good', title: words.copied, detail: words.copiedAbout });
}
