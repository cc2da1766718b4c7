/** The catalogue of readers: a further format is one reader file and one line here. */
import type { FileFacts } from '../inspect-file';
import type { FileFormat } from '../sniff';
import type { RawTable } from '../types';
import { readDelimited } from './delimited';
import { readJson } from './json';
import { readHtml } from './markup/read-html';
import { readXml } from './markup/read-xml';
import { readParquet } from './parquet';
import { readBlocks } from './read-blocks';
import { readXls } from './read-xls';
import { readSpool } from './spool/read-spool';
import { readXlsx } from './xlsx/read-xlsx';

/** Opens a file's tables. Throws FileRefused when the content is damaged. */
export type Reader = (facts: FileFacts) => Promise<RawTable[]>;

const READERS: Record<FileFormat, Reader> = {
  delimited: readDelimited,
  spool: readSpool,
  xlsx: readXlsx,
  xls: readXls,
  html: readHtml,
  xml: readXml,
  json: readJson,
  parquet: readParquet,
  blocks: readBlocks,
};

export function readTables(format: FileFormat, facts: FileFacts): Promise<RawTable[]> {
  return READERS[format](facts);
}
