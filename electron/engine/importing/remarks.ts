/** What an import says about itself beside its counts: guesses, what was dropped, what was left out and why. */

import type { ImportOptions } from '@shared/contract/imports';
import { fieldWordWithin } from '@shared/domain/field-words';
import { engineTexts } from '@shared/texts/engine-texts';
import type { RecognisedFile } from './open-table';

const words = engineTexts.importing.remarks;

/** A mapping below this confidence is said to be a guess. */
const SURE = 0.8;

const SPAN_FIELDS: ReadonlySet<string> = new Set(['cycle', 'cycleStart', 'period']);

export function openingRemarks(open: RecognisedFile, options: ImportOptions): string[] {
  const remarks: string[] = [];
  const { table, typing } = open;
  const personal = table.columns.filter(({ isPersonal }) => isPersonal).map(({ source }) => source);
  if (personal.length > 0) remarks.push(words.personal(personal));
  const guesses = table.columns.filter(({ target, confidence }) => target !== null && confidence < SURE);
  if (guesses.length > 0) {
    remarks.push(
      words.guessed(guesses.map(({ source, target }) => words.guess(source, fieldWordWithin(target ?? '')))),
    );
  }
  if (typing.ambiguous.length > 0) {
    remarks.push(words.ambiguousDates(typing.ambiguous));
  }
  if (typing.impliedCents.length > 0) {
    remarks.push(words.impliedCents(typing.impliedCents));
  }
  const metric = typing.columns.filter(({ isMetric }) => isMetric).map(({ source }) => source);
  if (metric.length > 0) remarks.push(words.kilometres(metric));
  if (open.hints.span !== null && !typing.columns.some(({ field }) => SPAN_FIELDS.has(field.name))) {
    const { start, end } = open.hints.span;
    remarks.push(words.span(start, end));
  }
  if (open.hints.condition !== null && !typing.columns.some(({ field }) => field.name === 'condition')) {
    remarks.push(words.condition[open.hints.condition]);
  }
  if (table.kind === 'inventory' && options.coverage === 'unknown') {
    remarks.push(words.partial);
  }
  if (table.kind === 'inventory' && open.profile?.coverage === 'full' && options.coverage === 'full') {
    remarks.push(words.wholeByProfile(open.profile.name));
  }
  if (table.kind === 'sales') {
    const dates = ['contractOn', 'accountingOn', 'deliveredOn'];
    const used = dates.flatMap((name) =>
      typing.columns.filter(({ field }) => field.name === name).map(({ source }) => source),
    );
    remarks.push(words.saleDate(used));
  }
  return remarks;
}

export function ignoredRemarks(ignored: ReadonlyMap<string, { count: number; firstLine: number }>): string[] {
  return [...ignored].map(([reason, { count, firstLine }]) =>
    words.ignored(count, String(count), reason, String(firstLine)),
  );
}
