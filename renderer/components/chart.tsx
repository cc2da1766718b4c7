import { ActionIcon, Skeleton, Tooltip, useComputedColorScheme } from '@mantine/core';
import { IconCamera, IconChartBar, IconCopy, IconTable } from '@tabler/icons-react';
import type { Data, Layout } from 'plotly.js';
import { lazy, type ReactNode, Suspense, useCallback, useMemo, useRef, useState } from 'react';
import { notify } from '../lib/notices-store';
import { texts } from '../texts/texts';
import classes from './chart.module.css';
import { baseLayout, type ChartColors, readChartColors } from './chart-theme';
import { useChartsTurn } from './charts-turn';
import { type Column, DataTable } from './data-table';
import { Panel } from './panel';
import { tableAsText } from './table-as-text';

const words = texts.components.chart;

const PlotlyCanvas = lazy(() =>
  import('./plotly-canvas').then((module) => ({ default: module.PlotlyCanvas })),
);

export type ChartTable = { columns: string[]; rows: (string | number)[][] };

type Props = {
  name: string;
  title: string;
  note?: ReactNode;
  /** What a reader who cannot see the chart should know. */
  summary: string;
  /** Of the drawing; at least, when it fills what the screen leaves. */
  height?: number | undefined;
  isFilling?: boolean | undefined;
  draw(colors: ChartColors): { data: Data[]; layout?: Partial<Layout> };
  table: ChartTable;
  actions?: ReactNode;
  onPick?: (label: string, traceName: string) => void;
};

/**
 * A chart in its panel, with the table behind it one key away, copied as text or saved as a picture.
 * `draw` must be stable (useCallback): a new one means a new drawing.
 */
export function Chart({
  name,
  title,
  note,
  summary,
  height = 220,
  isFilling,
  draw,
  table,
  actions,
  onPick,
}: Props) {
  const [isTable, setTable] = useState(false);
  const isTurn = useChartsTurn();
  const plot = useRef<HTMLElement | null>(null);
  const scheme = useComputedColorScheme('light');
  const drawing = useMemo(() => themed(draw, scheme), [draw, scheme]);
  const keepPlot = useCallback((element: HTMLElement) => {
    plot.current = element;
  }, []);

  const waiting = <Skeleton height={isFilling ? '100%' : height - 8} radius="md" />;
  const tools = (
    <>
      {actions}
      {isTable ? (
        <Tool label={words.copyTable} icon={<IconCopy size={15} />} onClick={() => void copy(table)} />
      ) : (
        <Tool
          label={words.savePicture}
          icon={<IconCamera size={15} />}
          onClick={() => void savePicture(plot.current, name)}
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
            maxHeight={isFilling ? '100%' : height}
          />
        ) : (
          <figure className={classes.figure} aria-label={words.described(title, summary)}>
            {isTurn ? (
              <Suspense fallback={waiting}>
                <PlotlyCanvas {...drawing} onPick={onPick} onReady={keepPlot} />
              </Suspense>
            ) : (
              waiting
            )}
          </figure>
        )}
      </div>
    </Panel>
  );
}

function themed(draw: Props['draw'], _scheme: string) {
  const colors = readChartColors();
  const base = baseLayout(colors);
  const { data, layout = {} } = draw(colors);
  return {
    data,
    layout: {
      ...base,
      ...layout,
      xaxis: { ...base.xaxis, ...layout.xaxis },
      yaxis: { ...base.yaxis, ...layout.yaxis },
    },
  };
}

function tableColumns(table: ChartTable): Column<(string | number)[]>[] {
  return table.columns.map((header, index) => ({
    id: header,
    header,
    isNumber: index > 0,
    render: (row) => row[index] ?? '',
  }));
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

async function savePicture(element: HTMLElement | null, name: string) {
  if (!element) return;
  const { default: Plotly } = await import('plotly.js-strict-dist-min');
  await Plotly.downloadImage(element, { format: 'png', width: 1200, height: 500, filename: `doso-${name}` });
}
