/** `compare`, `departures`, `rejects`, `correct`, `corrections` and `take-back`: what an import did, and mending it by hand. */
import { correctableFields } from '@shared/contract/corrections';
import { departureOutcomeSchema } from '@shared/contract/departures';
import { batchChangeSchema } from '@shared/contract/import-accounting';
import { fieldMeant, fieldWord, fieldWordWithin } from '@shared/domain/field-words';
import { type Command, Option } from 'commander';
import { type GlobalOptions, scopeOf, withEngine } from '../engine-session';
import { formatDollars, formatTable, printJson, printLines } from '../print';

type PageFlags = GlobalOptions & { offset: string; limit: string };

function pageOf({ offset, limit }: PageFlags): { offset: number; limit: number } {
  return { offset: Number(offset), limit: Number(limit) };
}

function paged(command: Command): Command {
  return command
    .option('--offset <rows>', 'leave out this many rows', '0')
    .option('--limit <rows>', 'show this many rows, at most 1000', '100');
}

export function addAccountCommands(program: Command): void {
  addCompare(program);
  addDepartures(program);
  addRejects(program);
  addCorrections(program);
}

function addCompare(program: Command): void {
  paged(
    program
      .command('compare')
      .description('an import beside the one of its kind and store before it: added, changed, gone')
      .argument('[batch]', 'id of the import (default: the newest)'),
  )
    .addOption(new Option('--change <change>', 'only these').choices(batchChangeSchema.options))
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
          previous
            ? `${batch.file} (${batch.asOf}) beside ${previous.file} (${previous.asOf})`
            : `${batch.file}: nothing before it`,
          `${counts.added} added, ${counts.changed} changed, ${counts.gone} gone, ${counts.same} the same`,
          formatTable(
            ['Change', 'Record', 'Vehicle', 'Fields'],
            rows.map(({ change, key, subject, fields }) => [
              change,
              key,
              subject,
              fields
                .map(
                  (field) =>
                    `${fieldWord(field.field)}: ${shownValue(field, 'from')} -> ${shownValue(field, 'to')}`,
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
  return value !== null && field.isMoney ? formatDollars(Number(value)) : (value ?? 'not stated');
}

function addDepartures(program: Command): void {
  paged(
    program
      .command('departures')
      .description('vehicles that left stock without a deal that says where they went'),
  )
    .addOption(new Option('--outcome <outcome>', 'only these').choices(departureOutcomeSchema.options))
    .addOption(
      new Option('--treat-as-sales <on|off>', 'count the unknown ones as retail sales, or no longer').choices(
        ['on', 'off'],
      ),
    )
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
        printLines(
          `${counts.unknown} unknown (${isTreatedAsSales ? 'counted as sales' : 'not counted as sales'}), ${counts.sold} sold later, ${counts.moved} moved to another store`,
          formatTable(
            ['Stock #', 'VIN', 'Vehicle', 'Last seen', 'Left by', 'Days', 'Outcome'],
            departures.map((one) => [
              one.stockNumber,
              one.vin,
              [one.build.modelYear, one.build.make, one.build.model, one.build.trim]
                .filter(Boolean)
                .join(' '),
              one.lastSeenOn,
              one.leftBy,
              one.daysInStock,
              one.movedTo ? `moved to ${one.movedTo}` : one.outcome,
            ]),
          ),
        );
      });
    });
}

function addRejects(program: Command): void {
  program
    .command('rejects')
    .description('save the rejected rows of an import as CSV, to be corrected and imported again')
    .argument('<batch>', 'id of the import')
    .requiredOption('--out <file>', 'the CSV file to write')
    .action(async (batchId: string, _options: unknown, command: Command) => {
      const options = command.opts<GlobalOptions & { out: string }>();
      await withEngine(options, async ({ client }) => {
        const saved = await client.imports.saveRejects({ batchId, path: options.out });
        if (options.json) printJson(saved);
        else printLines(`${saved.rows} rejected rows in ${saved.path}`);
      });
    });
}

/** A value of a record as text; money is kept in cents. */
function valueWord(field: string, value: string | null): string {
  if (value === null) return 'empty';
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
    .description('correct a value by hand; later imports go on below the correction')
    .argument('<record>', 'stock number, VIN or deal number')
    .addOption(new Option('--record <record>', 'what to correct').choices(['stock', 'sale']).default('stock'))
    .requiredOption('--field <name>', 'the value, such as trim, price (in cents) or inventory date')
    .option('--value <text>', 'the right value (left out: none)')
    .option('--note <text>', 'why')
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
            `${made.key}: ${fieldWordWithin(made.field)} is ${valueWord(made.field, made.to)}, not ${valueWord(made.field, made.from)} (correction ${made.id}).`,
          );
      });
    });
  paged(program.command('corrections').description('values corrected by hand')).action(
    async (_options: unknown, command: Command) => {
      const options = command.opts<PageFlags>();
      await withEngine(options, async ({ client }) => {
        const list = await client.corrections.list(pageOf(options));
        if (options.json) return printJson(list);
        printLines(
          formatTable(
            ['Id', 'Record', 'Field', 'Files say', 'Corrected to', 'Note'],
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
    .description('take a correction back: what the files say shows again')
    .argument('<correction>', 'id of the correction')
    .action(async (correctionId: string, _options: unknown, command: Command) => {
      const options = command.opts<GlobalOptions>();
      await withEngine(options, async ({ client }) => {
        const taken = await client.corrections.takeBack({ correctionId });
        if (options.json) printJson({ takenBack: taken });
        else
          printLines(
            `${taken.key}: ${fieldWordWithin(taken.field)} is ${valueWord(taken.field, taken.from)} again.`,
          );
      });
    });
}
