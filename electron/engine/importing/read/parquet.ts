/** Reads Parquet a row group's worth at a time; nested columns are refused by having no text of their own. */
import { engineTexts } from '@shared/texts/engine-texts';
import { type AsyncBuffer, asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { FileRefused } from '../file-refused';
import type { FileFacts } from '../inspect-file';
import type { RawRow, RawTable } from '../types';
import { scalarText } from './records-table';

const words = engineTexts.importing.files.parquet;

const CHUNK_ROWS = 5_000;

export async function readParquet(facts: FileFacts): Promise<RawTable[]> {
  try {
    const file = await asyncBufferFromFile(facts.path);
    const metadata = await parquetMetadataAsync(file);
    const rowCount = Number(metadata.num_rows);
    const header = (metadata.schema[0]?.num_children ?? 0) > 0 ? topLevelColumns(metadata.schema) : [];
    return [{ name: null, header, rows: () => readRows(facts, file, header, rowCount) }];
  } catch (error) {
    throw damaged(facts, error);
  }
}

async function* readRows(
  facts: FileFacts,
  file: AsyncBuffer,
  header: readonly string[],
  rowCount: number,
): AsyncGenerator<readonly RawRow[]> {
  for (let rowStart = 0; rowStart < rowCount; rowStart += CHUNK_ROWS) {
    const rowEnd = Math.min(rowCount, rowStart + CHUNK_ROWS);
    try {
      const records = await parquetReadObjects({ file, compressors, rowStart, rowEnd });
      yield records.map((record, offset) => ({
        line: rowStart + offset + 1,
        cells: header.map((column) => scalarText(record[column])),
      }));
    } catch (error) {
      throw damaged(facts, error);
    }
  }
}

type SchemaElement = { name: string; num_children?: number };

/** Parquet lists its schema depth first: children follow their parent. */
function topLevelColumns(schema: readonly SchemaElement[]): string[] {
  const columns: string[] = [];
  let at = 1;
  while (at < schema.length) {
    const element = schema[at];
    if (!element) break;
    columns.push(element.name);
    at = afterSubtree(schema, at);
  }
  return columns;
}

function afterSubtree(schema: readonly SchemaElement[], at: number): number {
  let next = at + 1;
  for (let child = 0; child < (schema[at]?.num_children ?? 0); child++) next = afterSubtree(schema, next);
  return next;
}

function damaged({ name }: FileFacts, error: unknown): FileRefused {
  if (error instanceof FileRefused) return error;
  return new FileRefused('DAMAGED_FILE', words.damaged.message(name), words.damaged.nextStep);
}
