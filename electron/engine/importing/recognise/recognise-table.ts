/**
 * What kind of file a table is, and what its columns mean. Each kind's fields are tried; the kind whose own
 * columns are best represented, and that has all it needs, wins.
 */

import { type ImportKind, NOT_USED } from '@shared/contract/imports';
import { engineTexts } from '@shared/texts/engine-texts';
import { FileRefused, TableRefused } from '../file-refused';
import {
  chooseProfile,
  headerFingerprint,
  NO_PROFILES,
  type ProfileChoice,
  type SavedProfile,
} from '../profiles';
import type { MappedColumn, RawRow, RecognisedTable } from '../types';
import { fieldSaid, type KindDefinition } from './fields/field';
import { importKinds, kindDefinitions } from './fields/kinds';
import { findHeader } from './find-header';
import { guessHeader } from './guess-header';
import { type ColumnSample, mapColumns } from './map-columns';

const words = engineTexts.importing.columns;

export type RecogniseOptions = {
  readonly kind: ImportKind | 'auto';
  /** Source header -> target field, by the user. */
  readonly map: Readonly<Record<string, string>>;
  /** False when the mapping is for several files, of which not all have every column. */
  readonly isMapStrict?: boolean;
  /** Answers given before about files with some header. */
  readonly profiles?: ProfileChoice;
};

export type Recognition = {
  readonly table: RecognisedTable;
  /** 0..1: how far this kind is ahead of the next. */
  readonly confidence: number;
  /** The saved answers that the table was read with. */
  readonly profile: SavedProfile | null;
};

type KindResult = {
  kind: ImportKind;
  columns: MappedColumn[];
  evidence: number;
  missing: readonly string[];
};

/** Evidence below this says nothing about the kind of file. */
const LEAST_EVIDENCE = 1.2;
/** A deal list without dates must not pass for the stock list that it could also be. */
const CLEARLY_MORE = 1.15;
/** What is longer is no name but damage: an unclosed quote, a whole page in one cell. */
const LONGEST_NAME = 200;

/**
 * `rows` is a sample from the table's start; `givenHeader` is there where the format names its columns.
 * Throws FileRefused NO_HEADER, UNKNOWN_KIND or MISSING_COLUMN.
 */
export function recogniseTable(
  fileName: string,
  givenHeader: readonly string[] | null,
  rows: readonly RawRow[],
  options: RecogniseOptions,
): Recognition {
  const found =
    givenHeader === null
      ? splitAtHeader(fileName, rows)
      : { header: givenHeader, body: rows, headerLine: null, preamble: [] };
  const samples = found.header.map(
    (name, index): ColumnSample => ({
      header: name
        .replace(/^\uFEFF/, '')
        .trim()
        .slice(0, LONGEST_NAME),
      values: found.body.map(({ cells }) => cells[index] ?? ''),
    }),
  );
  const header = samples.map((sample) => sample.header);
  const profile = chooseProfile(options.profiles ?? NO_PROFILES, headerFingerprint(header), options.kind);
  const { kinds, map } = withProfile(options, profile);
  checkOverrides(fileName, samples, options.profiles?.named ? { ...options, map } : options);
  const titles = [...found.preamble, fileName];
  const results = kinds.map((kind) => tryKind(kind, samples, map, titles));
  const { best, confidence } = chooseKind(fileName, results, { samples, rows: found.body }, options);
  return {
    confidence,
    profile,
    table: {
      kind: best.kind,
      columns: best.columns,
      headerLine: found.headerLine,
      header,
      preamble: found.preamble,
    },
  };
}

/** What is said now wins over what was said before. */
function withProfile(
  { kind, map }: RecogniseOptions,
  profile: SavedProfile | null,
): { kinds: readonly ImportKind[]; map: Readonly<Record<string, string>> } {
  const known = kind === 'auto' ? profile?.kind : kind;
  return { kinds: known === undefined ? importKinds : [known], map: { ...profile?.mapping, ...map } };
}

type SplitRows = {
  header: readonly string[];
  body: readonly RawRow[];
  headerLine: number | null;
  preamble: string[];
};

function splitAtHeader(fileName: string, rows: readonly RawRow[]): SplitRows {
  const found = findHeader(rows);
  const guessed = found ? undefined : guessHeader(rows);
  if (guessed) return { header: guessed, body: rows, headerLine: null, preamble: [] };
  if (!found) {
    throw new FileRefused('NO_HEADER', words.noHeader.message(fileName), words.noHeader.nextStep);
  }
  return {
    header: found.cells,
    body: rows.slice(found.last + 1),
    headerLine: rows[found.last]?.line ?? null,
    preamble: rows
      .slice(0, found.first)
      .map(({ cells }) => cells.join(' ').trim())
      .filter((text) => text !== ''),
  };
}

function checkOverrides(fileName: string, samples: readonly ColumnSample[], options: RecogniseOptions): void {
  const kinds = options.kind === 'auto' ? importKinds : [options.kind];
  const fields = kinds.flatMap((kind) => kindDefinitions[kind].fields);
  for (const [source, target] of Object.entries(options.map)) {
    if (target !== NOT_USED && fieldSaid(fields, target) === undefined) {
      throw new FileRefused(
        'UNKNOWN_TARGET',
        words.unknownTarget.message(fileName, source, target),
        words.unknownTarget.nextStep([...new Set(fields.map(({ title }) => title))], NOT_USED),
      );
    }
    if (options.isMapStrict !== false && !samples.some(({ header }) => header === source)) {
      throw new FileRefused(
        'UNKNOWN_COLUMN',
        words.unknownColumn.message(fileName, source),
        words.unknownColumn.nextStep(listColumns(samples)),
      );
    }
  }
}

function tryKind(
  kind: ImportKind,
  samples: readonly ColumnSample[],
  map: Readonly<Record<string, string>>,
  titles: readonly string[],
): KindResult {
  const definition = kindDefinitions[kind];
  const columns = mapColumns(samples, definition.fields, map);
  const targets = new Set(columns.map(({ target }) => target));
  const missing = definition.required
    .filter(({ anyOf }) => !anyOf.some((name) => targets.has(name)))
    .filter(({ isStatedIn }) => !isStatedIn?.(titles))
    .filter(({ standIn }) => !standIn || !targets.has(standIn) || holdsMoreWords(columns, samples))
    .map(({ what }) => what);
  return { kind, columns, evidence: evidenceOf(columns, definition, samples), missing };
}

/** Whether a column that nothing is known of holds words in most rows: it may be the one that is missed. */
function holdsMoreWords(columns: readonly MappedColumn[], samples: readonly ColumnSample[]): boolean {
  return columns.some(({ index, target, isPersonal }) => {
    if (target !== null || isPersonal) return false;
    const values = samples[index]?.values ?? [];
    const worded = values.filter((value) => /\p{L}{2}/u.test(value));
    return worded.length > 0 && worded.length * 2 >= values.length;
  });
}

/** A column that is mostly empty (a deal number in a stock list) says little about the kind. */
function evidenceOf(
  columns: readonly MappedColumn[],
  { fields }: KindDefinition,
  samples: readonly ColumnSample[],
): number {
  let evidence = 0;
  for (const { index, target, confidence, isAlternate } of columns) {
    const field = fields.find(({ name }) => name === target);
    if (!field || isAlternate) continue;
    const values = samples[index]?.values ?? [];
    const filled =
      values.length === 0 ? 1 : values.filter((value) => value.trim() !== '').length / values.length;
    evidence += field.weight * confidence * Math.max(0.1, filled);
  }
  return evidence;
}

function chooseKind(
  fileName: string,
  results: readonly KindResult[],
  table: SampledTable,
  options: RecogniseOptions,
): { best: KindResult; confidence: number } {
  const sorted = [...results].sort((one, other) => other.evidence - one.evidence);
  const [nearest] = sorted;
  const complete = sorted.filter(({ missing }) => missing.length === 0);
  const [best, next] = complete;
  const isAnything = (result: KindResult) => options.kind !== 'auto' || result.evidence >= LEAST_EVIDENCE;
  const isOther = nearest && best && nearest.evidence > best.evidence * CLEARLY_MORE;
  if (best && !isOther && isAnything(best)) {
    const total = best.evidence + (next?.evidence ?? 0);
    return { best, confidence: total === 0 ? 1 : Math.round((best.evidence / total) * 100) / 100 };
  }
  if (nearest && nearest.missing.length > 0 && isAnything(nearest))
    throw missingColumn(fileName, nearest, table);
  throw new TableRefused(
    'UNKNOWN_KIND',
    words.unknownKind.message(fileName, listColumns(table.samples)),
    words.unknownKind.nextStep,
    { kind: null, columns: (nearest?.columns ?? []).map(unmapped), rows: table.rows },
  );
}

type SampledTable = { readonly samples: readonly ColumnSample[]; readonly rows: readonly RawRow[] };

function missingColumn(
  fileName: string,
  { kind, missing, columns }: KindResult,
  { samples, rows }: SampledTable,
): FileRefused {
  const unused = columns
    .filter(({ target, isPersonal }) => target === null && !isPersonal)
    .map(({ source }) => source);

  return new TableRefused(
    'MISSING_COLUMN',
    words.missing.message(fileName, words.looksLike[kind], { missing, unused: unused.slice(0, 12) }),
    words.missing.nextStep(listColumns(samples)),
    { kind, columns, rows },
  );
}

function unmapped(column: MappedColumn): MappedColumn {
  return { ...column, target: null, confidence: 0 };
}

function listColumns(samples: readonly ColumnSample[]): string {
  const names = samples.map(({ header }) => header).filter((header) => header !== '');
  return names.length > 25
    ? words.namesAndMore(names.slice(0, 25), String(names.length - 25))
    : words.names(names);
}
