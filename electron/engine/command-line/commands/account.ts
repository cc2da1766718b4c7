/** `compare`, `departures`, `rejects`, `correct`, `corrections` and `take-back`: what an import did, and mending it by hand. */

import { correctableFields } from '@shared/contract/corrections';
import { departureOutcomeSchema } from '@shared/contract/departures';
import { batchChangeSchema } from '@shared/contract/import-accounting';
import { fieldMeant, fieldWord, fieldWordWithin } from '@shared/domain/field-words';
import { engineTexts } from '@shared/texts/engine-texts';
import { type Command, Option } from 'commander';
import { type GlobalOptions, scopeOf, withEngine } from '../engine-session';
import { formatDollars, formatTable, printJson, printLines } from '../print';

const words = engineTexts.commandLine.account;
const { help } = words;

type PageFlags = GlobalOptions & { offset: string; limit: string };

function pageOf({ offset, limit }: PageFlags): { offset: number; limit: number } {
  return { offset: Number(offset), limit: Number(limit) };
}

function paged(command: Command): Command {
  return command
    .option('--offset <rows>', help.paging.offset, '0')
    .option('--limit <rows>', help.paging.limit, '100');
}

export function addAccountCommands(program: Command): void {
  addCompare(program);
  addDepartures(program);
  addRejects(program);
  addCorrections(program);
}

function addCompare(program: Command): void {
  paged(
    program.command('compare').description(help.compare.description).argument('[batch]', help.compare.batch),
  )
    .addOption(new Option('--change <change>', help.compare.change).choices(batchChangeSchema.options))
    .action(async (batchId: string | undefined, _options: unknown, command: Command) => {
      const options = command.opts<PageFlags & { change?: string }>();
      await withEngine(options, async ({ client }) => {
        const comparison = await client.imports.compareBatch({
          ...pageOf(options),
          ...(batchId ? { batchId } : {}),
          ...(options.change ? { change: batchChangeSchema.parse(options.change) } : {}),
        });
        if (options.json) return printJson(comparison);
        const { batch, previous, counts, rows } = comparison;
        printLines(
          previous ? words.comparison.beside(batch, previous) : words.comparison.first(batch.file),
          words.comparison.counts({
            added: String(counts.added),
            changed: String(counts.changed),
            gone: String(counts.gone),
            same: String(counts.same),
          }),
          formatTable(
            words.comparison.columns,
            rows.map(({ change, key, subject, fields }) => [
              change,
              key,
              subject,
              fields
                .map((field) =>
                  words.comparison.field(
                    fieldWord(field.field),
                    shownValue(field, 'from'),
                    shownValue(field, 'to'),
                  ),
                )
                .join('; '),
            ]),
          ),
        );
      });
    });
}

type Field = { from: string | null; to: string | null; isMoney: boolean };

function shownValue(field: Field, side: 'from' | 'to'): string {
  const value = field[side];
  return value !== null && field.isMoney
    ? formatDollars(Number(value))
    : (value ?? words.comparison.notStated);
}

function addDepartures(program: Command): void {
  paged(program.command('departures').description(help.departures.description))
    .addOption(
      new Option('--outcome <outcome>', help.departures.outcome).choices(departureOutcomeSchema.options),
    )
    .addOption(new Option('--treat-as-sales <on|off>', help.departures.treatAsSales).choices(['on', 'off']))
    .action(async (_options: unknown, command: Command) => {
      const options = command.opts<PageFlags & { outcome?: string; treatAsSales?: 'on' | 'off' }>();
      await withEngine(options, async ({ client }) => {
        const { storeCode, asOf } = scopeOf(options);
        const store = storeCode ? { storeCode } : {};
        if (options.treatAsSales) {
          await client.departures.treatAsSales({ ...store, isOn: options.treatAsSales === 'on' });
        }
        const list = await client.departures.list({
          ...store,
          ...(asOf ? { asOf } : {}),
          ...pageOf(options),
          ...(options.outcome ? { outcome: departureOutcomeSchema.parse(options.outcome) } : {}),
        });
        if (options.json) return printJson(list);
        const { counts, isTreatedAsSales, departures } = list;
        const written = {
          unknown: String(counts.unknown),
          sold: String(counts.sold),
          moved: String(counts.moved),
        };
        printLines(
          isTreatedAsSales ? words.departures.counted(written) : words.departures.notCounted(written),
          formatTable(
            words.departures.columns,
            departures.map((one) => [
              one.stockNumber,
              one.vin,
              [one.build.modelYear, one.build.make, one.build.model, one.build.trim]
                .filter(Boolean)
                .join(' '),
              one.lastSeenOn,
              one.leftBy,
              one.daysInStock,
              one.movedTo ? words.departures.movedTo(one.movedTo) : one.outcome,
            ]),
          ),
        );
      });
    });
}

function addRejects(program: Command): void {
  program
    .command('rejects')
    .description(help.rejects.description)
    .argument('<batch>', help.rejects.batch)
    .requiredOption('--out <file>', help.rejects.out)
    .action(async (batchId: string, _options: unknown, command: Command) => {
      const options = command.opts<GlobalOptions & { out: string }>();
      await withEngine(options, async ({ client }) => {
        const saved = await client.imports.saveRejects({ batchId, path: options.out });
        if (options.json) printJson(saved);
        else printLines(words.rejects(String(saved.rows), saved.path));
      });
    });
}

/** A value of a record as text; money is kept in cents. */
function valueWord(field: string, value: string | null): string {
  if (value === null) return words.corrections.empty;
  return field.endsWith('Cents') ? formatDollars(Number(value)) : value;
}

type CorrectFlags = GlobalOptions & {
  record: 'stock' | 'sale';
  field: string;
  value?: string;
  note?: string;
};

function addCorrections(program: Command): void {
  program
    .command('correct')
    .description(help.correct.description)
    .argument('<record>', help.correct.key)
    .addOption(
      new Option('--record <record>', help.correct.record).choices(['stock', 'sale']).default('stock'),
    )
    .requiredOption('--field <name>', help.correct.field)
    .option('--value <text>', help.correct.value)
    .option('--note <text>', help.correct.note)
    .action(async (key: string, _options: unknown, command: Command) => {
      const options = command.opts<CorrectFlags>();
      const { record, field, value, note } = options;
      await withEngine(options, async ({ client }) => {
        const made = await client.corrections.make({
          record,
          recordId: `key:${key}`,
          field: fieldMeant([...correctableFields[record], ...correctableFields.build], field) ?? field,
          value: value ?? null,
          ...(note ? { note } : {}),
        });
        if (options.json) printJson({ correction: made });
        else
          printLines(
            words.corrections.made({
              key: made.key,
              field: fieldWordWithin(made.field),
              to: valueWord(made.field, made.to),
              from: valueWord(made.field, made.from),
              id: made.id,
            }),
          );
      });
    });
  paged(program.command('corrections').description(help.corrections.description)).action(
    async (_options: unknown, command: Command) => {
      const options = command.opts<PageFlags>();
      await withEngine(options, async ({ client }) => {
        const list = await client.corrections.list(pageOf(options));
        if (options.json) return printJson(list);
        printLines(
          formatTable(
            words.corrections.columns,
            list.corrections.map(({ id, key, field, from, to, note }) => [
              id,
              key,
              fieldWord(field),
              valueWord(field, from),
              valueWord(field, to),
              note,
            ]),
          ),
        );
      });
    },
  );
  program
    .command('take-back')
    .description(help.takeBack.description)
    .argument('<correction>', help.takeBack.correction)
    .action(async (correctionId: string, _options: unknown, command: Command) => {
      const options = command.opts<GlobalOptions>();
      await withEngine(options, async ({ client }) => {
        const taken = await client.corrections.takeBack({ correctionId });
        if (options.json) printJson({ takenBack: taken });
        else
          printLines(
            words.corrections.takenBack(
              taken.key,
              fieldWordWithin(taken.field),
              valueWord(taken.field, taken.from),
            ),
          );
      });
    });
}
