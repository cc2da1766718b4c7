/** What an import says about itself beside its counts: guesses, what was dropped, what was left out and why. */
import type { ImportOptions } from '@shared/contract/imports';
import { fieldWordWithin } from '@shared/domain/field-words';
import type { RecognisedFile } from './open-table';

/** A mapping below this confidence is said to be a guess. */
const SURE = 0.8;

const SPAN_FIELDS: ReadonlySet<string> = new Set(['cycle', 'cycleStart', 'period']);

export function openingRemarks(open: RecognisedFile, options: ImportOptions): string[] {
  const remarks: string[] = [];
  const { table, typing } = open;
  const personal = table.columns.filter(({ isPersonal }) => isPersonal).map(({ source }) => source);
  if (personal.length > 0) remarks.push(`Personal columns were dropped: ${personal.join(', ')}.`);
  const guesses = table.columns.filter(({ target, confidence }) => target !== null && confidence < SURE);
  if (guesses.length > 0) {
    remarks.push(
      `Guessed: ${guesses.map(({ source, target }) => `${source} as ${fieldWordWithin(target ?? '')}`).join(', ')}.`,
    );
  }
  if (typing.ambiguous.length > 0) {
    remarks.push(
      `Every date in ${typing.ambiguous.join(', ')} could be read both ways; month/day/year was taken.`,
    );
  }
  if (typing.impliedCents.length > 0) {
    remarks.push(`Without a decimal point, ${typing.impliedCents.join(', ')} can only be cents.`);
  }
  const metric = typing.columns.filter(({ isMetric }) => isMetric).map(({ source }) => source);
  if (metric.length > 0) remarks.push(`${metric.join(', ')}: kilometres were turned into miles.`);
  if (open.hints.span !== null && !typing.columns.some(({ field }) => SPAN_FIELDS.has(field.name))) {
    const { start, end } = open.hints.span;
    remarks.push(`The file's title or name says that its rows are of ${start} to ${end}.`);
  }
  if (open.hints.condition !== null && !typing.columns.some(({ field }) => field.name === 'condition')) {
    remarks.push(`The file's name or title says that all its vehicles are ${open.hints.condition}.`);
  }
  if (table.kind === 'inventory' && options.coverage === 'unknown') {
    remarks.push(
      'Not known to list the whole stock: vehicles that it lacks stay in stock. If it lists all of it, say so and import it again.',
    );
  }
  if (table.kind === 'inventory' && open.profile?.coverage === 'full' && options.coverage === 'full') {
    remarks.push(`Lists the whole stock, as the profile ${open.profile.name} says.`);
  }
  if (table.kind === 'sales') {
    const dates = ['contractOn', 'accountingOn', 'deliveredOn'];
    const used = dates.flatMap((name) =>
      typing.columns.filter(({ field }) => field.name === name).map(({ source }) => source),
    );
    remarks.push(`The sale date is ${used.join(', else ')}.`);
  }
  return remarks;
}

export function ignoredRemarks(ignored: ReadonlyMap<string, { count: number; firstLine: number }>): string[] {
  return [...ignored].map(([reason, { count, firstLine }]) =>
    count === 1
      ? `1 row ignored: ${reason} (line ${firstLine}).`
      : `${count} rows ignored: ${reason} (first on line ${firstLine}).`,
  );
}
