/**
 * Decides what each column means for one kind of file: the best pairing of columns and fields by name, and by
 * how well the content fits; then by content alone for what can be known that way (VINs, combined vehicle
 * columns). Every column gets a confidence; a column without a field is not used.
 */
import { NOT_USED } from '@shared/contract/imports';
import { hasValidCheckDigit } from '@shared/domain/vin';
import { parseVehicleTitle } from '../normalise/vehicle-title';
import type { MappedColumn } from '../types';
import { contentFit } from './content-fit';
import type { Field } from './fields/field';
import { isKnownName, namesOf } from './known-names';
import { nameSimilarity } from './name-similarity';
import { type HeaderName, normaliseHeader } from './normalise-header';
import { hasPersonalContent, isAddressPart, isPersonalHeader } from './personal-columns';

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
  const personal = columns.map(
    ({ header, values }) => isPersonalHeader(header) || isAddressPart(header) || hasPersonalContent(values),
  );
  const isUnused = (column: number) => overrides[columns[column]?.header ?? ''] === NOT_USED;
  const chosen = assign(
    [...overridden(columns, fields, overrides), ...byName(columns, fields, personal)].filter(
      ({ column }) => !isUnused(column),
    ),
  );
  addByContent(columns, fields, chosen, isUnused);
  return columns.map(({ header }, index) => {
    const candidate = chosen.get(index);
    return {
      index,
      source: header,
      target: candidate?.field.name ?? null,
      confidence: candidate ? Math.round(candidate.confidence * 100) / 100 : 0,
      isPersonal: personal[index] ?? false,
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
    const field = fields.find(({ name, title }) => name === target || title === target);
    return field ? [{ column, field, confidence: 1, rank: -1 }] : [];
  });
}

function byName(
  columns: readonly ColumnSample[],
  fields: readonly Field[],
  personal: readonly boolean[],
): Candidate[] {
  const candidates: Candidate[] = [];
  columns.forEach(({ header, values }, column) => {
    const name = normaliseHeader(header);
    if (name.joined === '') return;
    for (const field of fields) {
      if (personal[column] && field.type !== 'presence') continue;
      const match = bestAlias(name, field);
      if (match.similarity === 0) continue;
      const confidence = match.similarity * contentFactor(field, values);
      if (confidence > 0) candidates.push({ column, field, confidence, rank: match.rank });
    }
  });
  return candidates;
}

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
      other.confidence - other.rank * 0.002 - (one.confidence - one.rank * 0.002) ||
      one.column - other.column,
  );
  for (const candidate of sorted) {
    if (chosen.has(candidate.column) || taken.has(candidate.field.name)) continue;
    chosen.set(candidate.column, candidate);
    taken.add(candidate.field.name);
  }
  return chosen;
}

const VIN_BY_CONTENT = 0.8;
const VEHICLE_BY_CONTENT = 0.75;
const LONGEST_MODEL = 40;

function addByContent(
  columns: readonly ColumnSample[],
  fields: readonly Field[],
  chosen: Map<number, Candidate>,
  isUnused: (column: number) => boolean,
): void {
  const has = (name: string) => [...chosen.values()].some(({ field }) => field.name === name);
  const add = (name: string, confidence: number, fits: (value: string) => boolean) => {
    const field = fields.find((candidate) => candidate.name === name);
    const column = columns.findIndex(
      ({ header, values }, index) =>
        !chosen.has(index) && !isUnused(index) && !/trade/i.test(header) && shareOf(values, fits) >= 0.6,
    );
    if (field && column >= 0) chosen.set(column, { column, field, confidence, rank: 0 });
  };
  if (!has('vin')) add('vin', VIN_BY_CONTENT, (value) => hasValidCheckDigit(value.trim().toUpperCase()));
  if (!has('model') && !has('vehicle')) add('vehicle', VEHICLE_BY_CONTENT, isVehicleTitle);
}

/** Sales copy also starts with year, make and model, but goes on in sentences. */
function isVehicleTitle(value: string): boolean {
  const model = /^\s*\d/.test(value) ? parseVehicleTitle(value, 2098)?.model : undefined;
  return model !== undefined && model.length <= LONGEST_MODEL && !/[.!,:]/.test(model);
}

function shareOf(values: readonly string[], fits: (value: string) => boolean): number {
  const filled = values.filter((value) => value.trim() !== '');
  return filled.length === 0 ? 0 : filled.filter(fits).length / filled.length;
}
