/**
 * Reads print spools: listings in columns of fixed width, with page heads, prompts, and values that go on in a second
 * line below. What is no row of the listing comes out as a row with one cell, so that it is accounted for.
 */
import { createReadStream } from 'node:fs';
import type { FileFacts } from '../../inspect-file';
import type { RawRow, RawTable } from '../../types';
import { detectEncoding } from '../detect-encoding';
import { createTextDecoder, decodeText } from '../text-decoder';
import { findSpoolLayout, type SpoolLayout } from './find-layout';

export async function readSpool(facts: FileFacts): Promise<RawTable[]> {
  const encoding = detectEncoding(facts);
  const layout = findSpoolLayout(decodeText(facts.head, encoding));
  if (!layout) return [];
  return [{ name: null, header: null, rows: () => parseFile(facts.path, encoding, new SpoolParser(layout)) }];
}

async function* parseFile(
  path: string,
  encoding: string,
  parser: SpoolParser,
): AsyncGenerator<readonly RawRow[]> {
  const decoder = createTextDecoder(encoding);
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
    yield parser.push(decoder.write(chunk));
  }
  yield parser.push(`${decoder.end()}\n`);
  yield parser.end();
}

type Piece = { readonly text: string; readonly isFull: boolean };

export class SpoolParser {
  private rest = '';
  private line = 0;
  private isPastHeader = false;
  private pending: { line: number; cells: Piece[] } | null = null;

  constructor(private readonly layout: SpoolLayout) {}

  push(text: string): RawRow[] {
    const lines = (this.rest + text).split('\n');
    this.rest = lines.pop() ?? '';
    return lines.flatMap((line) => this.take(withoutControls(line).trimEnd()));
  }

  end(): RawRow[] {
    return this.flush();
  }

  /** Rows that the line completes. */
  private take(line: string): RawRow[] {
    this.line += 1;
    if (line === '') return this.flush();
    if (line === this.layout.header) {
      this.isPastHeader = true;
      return [
        ...this.flush(),
        { line: this.line, cells: this.cut(line).map(({ text }) => headerName(text)) },
      ];
    }
    if (/^[\s=.-]+$/.test(line)) return this.flush();
    if (!this.isPastHeader || this.crossesGaps(line)) {
      return [...this.flush(), { line: this.line, cells: [line.trim()] }];
    }
    const cells = this.cut(line);
    if (this.pending && isContinuation(cells, this.pending.cells)) {
      this.pending.cells = cells.map((piece, index) => joined(this.pending?.cells[index], piece));
      return [];
    }
    const done = this.flush();
    this.pending = { line: this.line, cells };
    return done;
  }

  private flush(): RawRow[] {
    const row = this.pending;
    this.pending = null;
    return row ? [{ line: row.line, cells: row.cells.map(({ text }) => text) }] : [];
  }

  private cut(line: string): Piece[] {
    const { starts } = this.layout;
    return starts.map((start, index) => {
      const next = starts[index + 1];
      const text = line.slice(start, next);
      return { text: text.trim(), isFull: next !== undefined && text.trimEnd().length >= next - 1 - start };
    });
  }

  /** A value that runs on before where a column starts is running text, unless the column before is just full. */
  private crossesGaps(line: string): boolean {
    const crossed = this.layout.starts.filter(
      (start) => start > 0 && (line[start - 1] ?? ' ') !== ' ',
    ).length;
    const isProse = crossed > 0 && !/\s{2}/.test(line);
    return isProse || crossed >= 2 || crossed > this.layout.starts.length / 3;
  }
}

/** Its first column, which identifies a row, is blank, and it says less than the row above. */
function isContinuation(cells: readonly Piece[], above: readonly Piece[]): boolean {
  return cells[0]?.text === '' && filledCount(cells) * 2 <= filledCount(above);
}

function filledCount(cells: readonly Piece[]): number {
  return cells.filter(({ text }) => text !== '').length;
}

const CONTROLS = ['\r', '\f', String.fromCharCode(26)];

/** Carriage returns, page breaks, and the end mark of old systems. */
function withoutControls(line: string): string {
  return CONTROLS.reduce((text, control) => text.replaceAll(control, ''), line);
}

/** A value that filled its column was cut in the middle of a word. */
function joined(start: Piece | undefined, more: Piece): Piece {
  if (!start || start.text === '') return more;
  if (more.text === '') return start;
  return { text: start.text + (start.isFull ? '' : ' ') + more.text, isFull: more.isFull };
}

function headerName(text: string): string {
  return text.replace(/\.+$/, '').trim();
}
