/**
 * An incremental parser of delimited text (RFC 4180, read leniently): rows with the 1-based line they start
 * on. A quote counts only at the start of a cell and ends it only before a delimiter or line end, so that
 * `6" lift kit` survives. A quote that is never closed is taken literally, so that it cannot swallow the file.
 */
import type { RawRow } from '../types';

/** A quoted cell longer than this was not meant as one. */
const LONGEST_QUOTED_ROW = 256 * 1024;

type ParsedRow = { cells: string[]; next: number; lines: number };

export class DelimitedParser {
  private rest = '';
  private line = 1;
  /** Of the last row. */
  private width = 0;

  constructor(
    private readonly delimiter: string,
    private readonly lineBreak: '\n' | '\r' = '\n',
    private readonly quote = '"',
  ) {}

  /** Takes the next piece of text and returns the rows that it completes. */
  push(text: string): RawRow[] {
    return this.take(this.rest + text, false);
  }

  /** Returns the last row when the file does not end in a line end. */
  end(): RawRow[] {
    return this.take(this.rest, true);
  }

  private take(text: string, isLast: boolean): RawRow[] {
    const rows: RawRow[] = [];
    let at = 0;
    while (at < text.length) {
      const row = this.parseRow(text, at, isLast);
      if (row === null) break;
      for (const cells of this.lineBreak === '\n' ? this.splitAtReturns(row.cells) : [row.cells]) {
        rows.push({ line: this.line, cells });
        this.line += 1;
      }
      this.line += row.lines - 1;
      at = row.next;
    }
    this.rest = text.slice(at);
    return rows;
  }

  /** Null when the row may go on in the next piece of text. */
  private parseRow(text: string, start: number, isLast: boolean): ParsedRow | null {
    const found = text.indexOf(this.lineBreak, start);
    if (found < 0 && !isLast) return null;
    const lineEnd = found < 0 ? text.length : found;
    const line = withoutReturn(text.slice(start, lineEnd));
    if (!line.includes(this.quote)) return { cells: line.split(this.delimiter), next: lineEnd + 1, lines: 1 };
    const quoted = this.parseQuotedRow(text, start);
    if (quoted !== null && (quoted.next <= text.length || isLast)) return quoted;
    if (!isLast && text.length - start < LONGEST_QUOTED_ROW) return null;
    return { cells: line.split(this.delimiter), next: lineEnd + 1, lines: 1 };
  }

  /**
   * Files put together on several systems mix line ends: a bare carriage return ends a row where the row would be as many
   * times as wide as the ones before it. In any other place it belongs to its cell.
   */
  private splitAtReturns(cells: string[]): string[][] {
    const { width } = this;
    if (cells.length <= width || width < 2) {
      this.width = cells.length;
      return [cells];
    }
    const rows: string[][] = [[]];
    for (const cell of cells) {
      const [head = '', ...further] = cell.split('\r');
      rows.at(-1)?.push(head);
      for (const start of further) rows.push([start]);
    }
    if (rows.length > 1 && rows.every((row) => row.length === width)) return rows;
    this.width = cells.length;
    return [cells];
  }

  /** Null when a quoted cell is still open at the end of `text`; `next` is past it when the row may go on. */
  private parseQuotedRow(text: string, start: number): ParsedRow | null {
    const cells: string[] = [];
    let at = start;
    let lines = 1;
    for (;;) {
      const cell = text[at] === this.quote ? this.quotedCell(text, at) : this.plainCell(text, at);
      if (cell === null) return null;
      cells.push(cell.text);
      lines += cell.lines;
      at = cell.next;
      if (text[at] !== this.delimiter) break;
      at += 1;
    }
    return { cells, next: at + (text[at] === '\r' && this.lineBreak === '\n' ? 2 : 1), lines };
  }

  private plainCell(text: string, start: number): { text: string; next: number; lines: number } {
    let next = start;
    while (next < text.length && text[next] !== this.delimiter && !this.isLineEnd(text, next)) next += 1;
    return { text: text.slice(start, next), next, lines: 0 };
  }

  private quotedCell(text: string, start: number): { text: string; next: number; lines: number } | null {
    let value = '';
    let from = start + 1;
    for (;;) {
      const quote = text.indexOf(this.quote, from);
      if (quote < 0 || quote - start > LONGEST_QUOTED_ROW) return null;
      const after = text[quote + 1];
      value += text.slice(from, quote);
      if (after === undefined || after === this.delimiter || this.isLineEnd(text, quote + 1)) {
        return { text: value, next: quote + 1, lines: countOf(value, this.lineBreak) };
      }
      value += this.quote;
      from = after === this.quote ? quote + 2 : quote + 1;
    }
  }

  /** A carriage return at the end of `text` counts: the line feed that belongs to it may come next. */
  private isLineEnd(text: string, at: number): boolean {
    if (text[at] === this.lineBreak) return true;
    return text[at] === '\r' && (text[at + 1] === '\n' || at + 1 === text.length);
  }
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}

function countOf(text: string, character: string): number {
  let count = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count += 1;
  return count;
}
