/**
 * Tells a file's format from its bytes, never from its extension: exports arrive as HTML named .xls and as
 * PDF named .csv. What cannot be read is refused here with what to do about it.
 */
import { engineTexts } from '@shared/texts/engine-texts';
import { FileRefused } from './file-refused';
import type { FileFacts } from './inspect-file';
import { detectEncoding } from './read/detect-encoding';
import { isInBlocks } from './read/read-blocks';
import { findSpoolLayout } from './read/spool/find-layout';
import { decodeText } from './read/text-decoder';
import { isZip } from './read/zip/zip-directory';

const words = engineTexts.importing.files;

export type FileFormat =
  | 'delimited'
  | 'spool'
  | 'xlsx'
  | 'xls'
  | 'html'
  | 'xml'
  | 'json'
  | 'parquet'
  | 'blocks';

/** Bytes that begin pictures: PNG and JPEG. */
const PICTURE_SIGNATURES = ['89504e470d0a1a0a', 'ffd8ff'];

/** Throws FileRefused when the bytes are of no format that DOSO reads. */
export function sniffFormat(facts: FileFacts): FileFormat {
  const { head, name } = facts;
  if (facts.bytes === 0) {
    throw new FileRefused('EMPTY_FILE', words.empty.message(name), words.empty.nextStep);
  }
  refuseKnownOthers(facts);
  if (isZip(head)) return 'xlsx';
  if (isOldWorkbook(head)) return 'xls';
  if (head.subarray(0, 4).toString('latin1') === 'PAR1') return sniffParquet(facts);
  const text = leadingText(head);
  if (text === '') {
    throw new FileRefused('EMPTY_FILE', words.blank.message(name), words.blank.nextStep);
  }
  if (looksBinary(head)) {
    throw new FileRefused('NOT_A_TABLE', words.binary.message(name), words.binary.nextStep);
  }
  if (text.startsWith('<')) return isHtml(text) ? 'html' : 'xml';
  if (/^[{[]\s*["{[\]}]/.test(text)) return 'json';
  refuseOtherTexts(text, name);
  const decoded = decodeText(head, detectEncoding(facts));
  if (findSpoolLayout(decoded)) return 'spool';
  return isInBlocks(decoded) ? 'blocks' : 'delimited';
}

/** A page, or a bare table; other systems' XML may have tables of its own, but no such beginning. */
function isHtml(text: string): boolean {
  return (
    /<(html|body)\b|<!doctype html/i.test(text) || /^<(table|tr|div|center|head|meta|style|p|b)\b/i.test(text)
  );
}

/** A compound document (BIFF 5 to 8), or the first record of the versions before: BOF of a sheet or workbook. */
function isOldWorkbook(head: Buffer): boolean {
  if (head.subarray(0, 8).toString('hex') === 'd0cf11e0a1b11ae1') return true;
  return /^09(00|02|04)(04|06)00/.test(head.subarray(0, 4).toString('hex'));
}

function refuseKnownOthers({ head, name }: FileFacts): void {
  if (head.subarray(0, 1024).includes('%PDF-')) {
    throw new FileRefused('PDF_FILE', words.pdf.message(name), words.pdf.nextStep);
  }
  for (const bytes of PICTURE_SIGNATURES) {
    if (head.subarray(0, bytes.length / 2).toString('hex') === bytes) {
      throw new FileRefused('NOT_A_TABLE', words.picture.message(name), words.picture.nextStep);
    }
  }
}

/** Texts that hold a table in a form that is no export. */
function refuseOtherTexts(text: string, name: string): void {
  if (text.startsWith('{\\rtf')) {
    throw new FileRefused('NOT_A_TABLE', words.richText.message(name), words.richText.nextStep);
  }
  if (/^(--.*\s+|\/\*[\s\S]*?\*\/\s*|set .*;\s*)*(insert into|create table|drop table|copy) /i.test(text)) {
    throw new FileRefused('NOT_A_TABLE', words.sqlScript.message(name), words.sqlScript.nextStep);
  }
}

function sniffParquet({ tail, name }: FileFacts): FileFormat {
  if (tail.subarray(-4).toString('latin1') === 'PAR1') return 'parquet';
  throw new FileRefused('TRUNCATED_FILE', words.parquet.cutOff.message(name), words.parquet.cutOff.nextStep);
}

/** First characters that are not blank, whatever the encoding: enough to see a bracket. */
function leadingText(head: Buffer): string {
  const encoding = head[1] === 0 || (head[0] === 0xff && head[1] === 0xfe) ? 'utf16le' : 'utf8';
  return head
    .subarray(0, 4096)
    .toString(encoding)
    .replace(/^\uFEFF/, '')
    .trim();
}

const MOST_PADDING = 0.2;
const LOST = Buffer.alloc(64);

/** Text has no control characters but tab, line ends and form feed; UTF-16 has zeros in every other byte. */
function looksBinary(head: Buffer): boolean {
  const sample = head.subarray(0, 8192);
  let zeros = 0;
  let controls = 0;
  for (const byte of sample) {
    if (byte === 0) zeros += 1;
    else if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 26)
      controls += 1;
  }
  const hasUtf16Mark =
    (sample[0] === 0xff && sample[1] === 0xfe) || (sample[0] === 0xfe && sample[1] === 0xff);
  const isUtf16 = hasUtf16Mark || zeros > sample.length * 0.3;
  // Old systems pad columns with a few zeros; many in a row are lost sectors or no text.
  const isPadded = zeros < sample.length * MOST_PADDING && !sample.includes(LOST);
  return controls > sample.length * 0.01 || (zeros > 0 && !isUtf16 && !isPadded);
}
