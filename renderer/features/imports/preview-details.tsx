import { Tabs } from '@mantine/core';
import type { ImportPreview } from '@shared/contract/imports';
import { type Column, DataTable } from '../../components/data-table';
import { formatCount } from '../../lib/format';
import { texts } from '../../texts/texts';
import { PreviewColumns } from './preview-columns';
import classes from './preview-details.module.css';
import { ProblemTable } from './problem-table';

const words = texts.imports.preview.details;

const TABLE_HEIGHT = 300;

/** The columns with their meaning, the first rows as they stand, and what is wrong with them. */
export function PreviewDetails({ preview }: { preview: ImportPreview }) {
  const { columns, sample, problems } = preview;
  return (
    <Tabs defaultValue="columns" className={classes.details}>
      <Tabs.List>
        <Tabs.Tab value="columns">{words.columns(formatCount(columns.length))}</Tabs.Tab>
        <Tabs.Tab value="rows" disabled={sample.length === 0}>
          {words.rows(formatCount(sample.length))}
        </Tabs.Tab>
        <Tabs.Tab value="problems" disabled={problems.length === 0}>
          {words.problems(formatCount(problems.length))}
        </Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="columns" className={classes.table}>
        <PreviewColumns preview={preview} />
      </Tabs.Panel>
      <Tabs.Panel value="rows" className={classes.table}>
        <SampleRows preview={preview} />
      </Tabs.Panel>
      <Tabs.Panel value="problems" className={classes.table}>
        <ProblemTable problems={problems} maxHeight={TABLE_HEIGHT} />
      </Tabs.Panel>
    </Tabs>
  );
}

type SampleRow = { number: number; cells: ImportPreview['sample'][number] };

/** Cells as the file writes them; personal columns are not even shown. */
function SampleRows({ preview: { file, columns, sample } }: { preview: ImportPreview }) {
  const shown = columns.filter(({ isPersonal, source }) => !isPersonal && source !== '');
  const table = shown.map(
    ({ source }): Column<SampleRow> => ({
      id: source,
      header: source,
      render: ({ cells }) => cells[source] ?? '',
    }),
  );
  return (
    <DataTable
      caption={words.rowsOf(file)}
      columns={table}
      rows={sample.map((cells, index) => ({ number: index + 1, cells }))}
      rowKey={({ number }) => String(number)}
      maxHeight={TABLE_HEIGHT}
    />
  );
}
