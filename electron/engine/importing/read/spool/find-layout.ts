/**
 * Where the columns of a fixed-width listing lie. Its header shows them: dots or a dashed rule under the names give the
 * widths outright; without either, a column ends where both the header and nearly all rows are blank.
 */
export type SpoolLayout = {
  /** The header line as it stands; it comes again on each page. */
  readonly header: string;
  /** First position of each column, ascending; a column ends where the next one starts. */
  readonly starts: readonly number[];
};

const HEADER_SEARCH_LINES = 60;
const LEAST_COLUMNS = 4;
/** Printers have no longer lines. */
const LONGEST_LINE = 1_000;
/** Page heads and prompts cross the gaps between columns; they are few. */
const BLANK_SHARE = 0.85;
/** On a short listing even this many are more than that share. */
const FEW_LINES = 2;

/** Undefined when the text is no fixed-width listing. */
export function findSpoolLayout(text: string): SpoolLayout | undefined {
  const lines = text.split(/\r\n|\n|\r|\f/).map((line) => line.trimEnd());
  const at = lines.slice(0, HEADER_SEARCH_LINES).findIndex(isSpoolHeader);
  const header = lines[at];
  if (header === undefined) return undefined;
  const isRule = (line: string) => /^[\s=-]+$/.test(line);
  const isProse = (line: string) => !/\s{2}/.test(line);
  const body = lines.slice(at + 1).filter((line) => line !== header && !isRule(line) && !isProse(line));
  if (body.filter(isDelimited).length * 2 >= body.length) return undefined;
  const rule = lines[at + 1];
  const starts =
    rule !== undefined && /^\s*[-=]{2,}\s+[-=]{2,}/.test(rule) ? runStarts(rule) : columnStarts(header, body);
  return starts.length >= LEAST_COLUMNS ? { header, starts } : undefined;
}

/** Several names, each padded by dots or set apart by blanks, and no value among them. */
function isSpoolHeader(line: string): boolean {
  if (line.length > LONGEST_LINE || /[\t|;]/.test(line) || (line.match(/,/g)?.length ?? 0) > 1) return false;
  const dotted = line.match(/[A-Z][^\s.]*\.{2,}/gi)?.length ?? 0;
  const apart = line.trim().split(/\s{2,}/);
  const isNames = apart.every((name) => /^[A-Z#]/i.test(name) && !/\d{3,}|[:$>]/.test(name));
  return dotted >= 2 || (apart.length >= LEAST_COLUMNS && isNames);
}

/** Commas before three digits are thousands. */
function isDelimited(line: string): boolean {
  return /[\t|;]/.test(line) || (line.match(/,(?!\d{3}\b)/g)?.length ?? 0) > 1;
}

function runStarts(line: string): number[] {
  return [...line.matchAll(/\S+/g)].map(({ index }) => index);
}

function columnStarts(header: string, body: readonly string[]): number[] {
  const mostCrossing = Math.max(
    body.length * (1 - BLANK_SHARE),
    Math.min(FEW_LINES, Math.floor(body.length / 3)),
  );
  const isGap = (position: number) =>
    isBlank(header, position) && body.filter((line) => !isBlank(line, position)).length <= mostCrossing;
  const width = Math.max(header.length, ...body.slice(0, 2_000).map(({ length }) => length));
  const starts: number[] = [];
  for (let position = 0; position < width; position++) {
    if (!isGap(position) && (position === 0 || isGap(position - 1))) starts.push(position);
  }
  return joinNames(header, body, starts, width);
}

/**
 * A name of several words is one column: `DT` in `CONTRACT DT` has no values of its own below. A word without values goes
 * with the one before it, but with the one after it where a rule of dots or flush-right amounts end the column before.
 */
function joinNames(
  header: string,
  body: readonly string[],
  starts: readonly number[],
  width: number,
): number[] {
  const kept: number[] = [];
  let waitsForValues = false;
  starts.forEach((start, index) => {
    const end = starts[index + 1] ?? width;
    const follows = index > 0 && !isBlank(header, start) && !isBlank(header, start - 2);
    const isNamesake = follows && hasNoValues(body, start, end);
    const before = starts[index - 1] ?? 0;
    if (waitsForValues && follows) {
      waitsForValues = hasNoValues(body, start, end);
    } else if (
      isNamesake &&
      (header.slice(start - 3, start - 1) === '..' || isFlushRight(body, before, start - 1))
    ) {
      kept.push(start);
      waitsForValues = true;
    } else {
      waitsForValues = false;
      if (!isNamesake) kept.push(start);
    }
  });
  return kept;
}

function hasNoValues(body: readonly string[], start: number, end: number): boolean {
  return (
    body.filter((line) => line.slice(start, end).trim() !== '').length <= body.length * (1 - BLANK_SHARE)
  );
}

/** Amounts that all end where the column's name does, and begin anywhere. */
function isFlushRight(body: readonly string[], start: number, end: number): boolean {
  const lines = body.filter((line) => line.slice(start, end).trim() !== '');
  const endsThere = lines.every((line) => /[\d)-]/.test(line[end - 1] ?? ' ') && isBlank(line, end));
  const beginsThere = lines.every((line) => !isBlank(line, start) && isBlank(line, start - 1));
  return lines.length > 0 && endsThere && !beginsThere;
}

function isBlank(line: string, position: number): boolean {
  return (line[position] ?? ' ') === ' ';
}
