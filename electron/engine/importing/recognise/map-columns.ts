/**
 * Decides what each column means for one kind of file: the best pairing of columns and fields by name, and by
 * how well the content fits; then by content alone for what can be known that way (VINs, combined vehicle
 * columns). Every column gets a confidence; a column without a field is not used.
 */
import { NOT_USED } from '@shared/contract/imports';
import type { MappedColumn } from '../types';
import { guessByContent } from './by-content';
import { contentFit } from './content-fit';
import { type Field, fieldSaid } from './fields/field';
import { headerReadings } from './header-readings';
import { isKnownName, namesOf } from './known-names';
import { nameSimilarity } from './name-similarity';
import { type HeaderName, normaliseHeader } from './normalise-header';
import { hasPersonalContent, isAddressPart, isPersonalHeader } from './personal-columns';
import { settleGross } from './settle-gross';

export type ColumnSample = { readonly header: string; readonly values: readonly string[] };

type Candidate = { column: number; field: Field; confidence: number; rank: number };

const LEAST_FIT = 0.34;
/** How much of the confidence rests on the content, when there is any. */
const CONTENT_SHARE = 0.5;
const EMPTY_COLUMN_FACTOR = 0.9;

export function mapColumns(
  columns: readonly ColumnSample[],
  fields: readonly Field[],
  overrides: Readonly<Record<string, string>> = {},
): MappedColumn[] {
  // A state is a buyer's, unless the kind has a field of that name: a market's region.
  const isOwnName = (header: string) =>
    fields.some((field) => namesOf(field).some(({ joined }) => joined === normaliseHeader(header).joined));
  const personal = columns.map(
    ({ header, values }) =>
      isPersonalHeader(header) || (isAddressPart(header) && !isOwnName(header)) || hasPersonalContent(values),
  );
  const isUnused = (column: number) => overrides[columns[column]?.header ?? ''] === NOT_USED;
  const candidates = [...overridden(columns, fields, overrides), ...byName(columns, fields, personal)].filter(
    ({ column }) => !isUnused(column),
  );
  const chosen = assign(candidates);
  addByContent(columns, fields, chosen, (column) => isUnused(column) || (personal[column] ?? false));
  moveGross(columns, fields, chosen, (column) => isUnused(column) || (personal[column] ?? false));
  const alternates = addAlternates(candidates, chosen);
  return columns.map(({ header }, index) => {
    const candidate = chosen.get(index);
    return {
      index,
      source: header,
      target: candidate?.field.name ?? null,
      confidence: candidate ? Math.round(candidate.confidence * 100) / 100 : 0,
      isPersonal: personal[index] ?? false,
      ...(alternates.has(index) && { isAlternate: true }),
    };
  });
}

function overridden(
  columns: readonly ColumnSample[],
  fields: readonly Field[],
  overrides: Readonly<Record<string, string>>,
): Candidate[] {
  return columns.flatMap(({ header }, column) => {
    const target = overrides[header];
    const field = target === undefined ? undefined : fieldSaid(fields, target);
    return field ? [{ column, field, confidence: 1, rank: -1 }] : [];
  });
}

function byName(
  columns: readonly ColumnSample[],
  fields: readonly Field[],
  personal: readonly boolean[],
): Candidate[] {
  const candidates: Candidate[] = [];
  const known = new Map<string, AliasMatch[]>();
  columns.forEach(({ header, values }, column) => {
    const matches = known.get(header) ?? aliasMatches(header, fields);
    known.set(header, matches);
    for (const { field, ...match } of matches) {
      if (personal[column] && field.type !== 'presence') continue;
      const confidence = match.similarity * contentFactor(field, values);
      if (confidence > 0) candidates.push({ column, field, confidence, rank: match.rank });
    }
  });
  return candidates;
}

type AliasMatch = { field: Field; similarity: number; rank: number };

function aliasMatches(header: string, fields: readonly Field[]): AliasMatch[] {
  const [name, ...others] = headerReadings(header).filter(({ joined }) => joined !== '');
  if (name === undefined) return [];
  return fields.flatMap((field) => {
    const best = bestAlias(name, field);
    const matches = others.map((reading) => bestAlias(reading, field));
    for (const { similarity, rank } of matches) {
      if (similarity * PART_OF_NAME <= best.similarity) continue;
      best.similarity = similarity * PART_OF_NAME;
      best.rank = rank;
    }
    return best.similarity > 0 ? [{ field, ...best }] : [];
  });
}

/** What a unit or another language stands beside is a little less certain. */
const PART_OF_NAME = 0.97;

function bestAlias(name: HeaderName, field: Field): { similarity: number; rank: number } {
  let best = { similarity: 0, rank: 0 };
  const isFuzzy = !isKnownName(name);
  namesOf(field).forEach((alias, rank) => {
    const similarity = nameSimilarity(name, alias, isFuzzy);
    if (similarity > best.similarity) best = { similarity, rank };
  });
  return best;
}

function contentFactor(field: Field, values: readonly string[]): number {
  const fit = contentFit(field.type, values);
  if (fit === null) return values.some((value) => value.trim() !== '') ? 1 : EMPTY_COLUMN_FACTOR;
  return fit < LEAST_FIT ? 0 : 1 - CONTENT_SHARE * (1 - fit);
}

/** Best pairs first; among equals the likelier alias, then the earlier column. */
function assign(candidates: readonly Candidate[]): Map<number, Candidate> {
  const chosen = new Map<number, Candidate>();
  const taken = new Set<string>();
  const sorted = [...candidates].sort(
    (one, other) =>
      Number(other.rank < 0) - Number(one.rank < 0) ||
      preference(other) - preference(one) ||
      one.column - other.column,
  );
  for (const candidate of sorted) {
    if (chosen.has(candidate.column) || taken.has(candidate.field.name)) continue;
    chosen.set(candidate.column, candidate);
    taken.add(candidate.field.name);
  }
  return chosen;
}

/** Names of a stock number all mean the same, so that of two such columns the first one, not a trade-in's, is it. */
function preference({ confidence, rank, field }: Candidate): number {
  return confidence - (field.name === 'stockNumber' ? 0 : rank * 0.002);
}

const LEAST_ALTERNATE = 0.9;

/** Columns without a field of their own that are named as one that has alternates; returns them. */
function addAlternates(candidates: readonly Candidate[], chosen: Map<number, Candidate>): Set<number> {
  const alternates = new Set<number>();
  const ordered = [...candidates].sort((one, other) => one.rank - other.rank);
  for (const candidate of ordered) {
    const { column, field, confidence } = candidate;
    if (!field.hasAlternates || confidence < LEAST_ALTERNATE || chosen.has(column)) continue;
    chosen.set(column, candidate);
    alternates.add(column);
  }
  return alternates;
}

/** What content alone tells, one column after another: a VIN found first says which years are model years. */
function addByContent(
  columns: readonly ColumnSample[],
  fields: readonly Field[],
  chosen: Map<number, Candidate>,
  isTaken: (column: number) => boolean,
): void {
  const columnOf = (name: string) => [...chosen].find(([, { field }]) => field.name === name)?.[0];
  const isKnown = (name: string) => fields.some((field) => field.name === name);
  for (;;) {
    const guess = guessByContent({
      columns,
      isFree: (column) =>
        !chosen.has(column) && !isTaken(column) && !/trade/i.test(columns[column]?.header ?? ''),
      // A field that this kind does not have is not looked for.
      columnOf: (name) => (isKnown(name) ? columnOf(name) : -1),
    });
    const field = fields.find(({ name }) => name === guess?.field);
    if (!guess || !field) return;
    chosen.set(guess.column, { column: guess.column, field, confidence: guess.confidence, rank: 0 });
  }
}

const GROSS_BY_ARITHMETIC = 0.85;

function moveGross(
  columns: readonly ColumnSample[],
  fields: readonly Field[],
  chosen: Map<number, Candidate>,
  isTaken: (column: number) => boolean,
): void {
  const settled = settleGross({
    columns,
    isFree: (column) => !chosen.has(column) && !isTaken(column),
    columnOf: (name) => [...chosen].find(([, { field, rank }]) => field.name === name && rank >= 0)?.[0],
  });
  const put = (column: number, name: string) => {
    const field = fields.find((candidate) => candidate.name === name);
    if (field) chosen.set(column, { column, field, confidence: GROSS_BY_ARITHMETIC, rank: 0 });
  };
  if (!settled) return;
  put(settled.front, 'frontGross');
  if (settled.total !== undefined) put(settled.total, 'totalGross');
}
