/** Every text of the window and the engine is in its catalogue (ADR 81); the window writes every number, day and amount by lib/format. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { kindDefinitions } from '@engine/importing/recognise/fields/kinds';
import { sharedTexts } from '@shared/texts/shared-texts';
import { describe, expect, it } from 'vitest';
import { findLooseWords } from '../helpers/find-loose-words';

const root = path.resolve(import.meta.dirname, '../..');

const FOLDERS = [...foldersOf('renderer'), ...foldersOf('renderer/features')].filter(
  (folder) => folder !== 'renderer/features' && folder !== 'renderer/texts',
);

/** Where the main process speaks to people; its words are in shared/texts. */
const OF_THE_DESKTOP = ['menu', 'bridge-handlers', 'backup-handlers', 'list-processes'];

/** Names that files and the database hold: they are looked for or made up, not said in a language. */
const DATA = [
  'electron/engine/importing/account/reconcile-file.ts',
  'electron/engine/importing/import-context.ts',
  'electron/engine/importing/load/finish-load.ts',
  'electron/engine/importing/load/incoming-tables.ts',
  'electron/engine/importing/normalise/color-codes.ts',
  'electron/engine/importing/normalise/grades.ts',
  'electron/engine/importing/normalise/makes.ts',
  'electron/engine/importing/normalise/models.ts',
  'electron/engine/importing/normalise/vocabularies.ts',
  'electron/engine/importing/normalise/wmi.ts',
  'electron/engine/importing/read/detect-encoding.ts',
  'electron/engine/importing/read/json.ts',
  'electron/engine/importing/read/markup/read-xml.ts',
  'electron/engine/importing/read/xlsx/workbook-parts.ts',
  'electron/engine/importing/recognise/fields',
  'electron/engine/importing/recognise/guess-header.ts',
  'electron/engine/importing/recognise/normalise-header.ts',
  'electron/engine/importing/recognise/trade-words.ts',
  'electron/engine/importing/reshape',
  'electron/engine/migrations',
  'electron/engine/planning/constraint-template.ts',
  'electron/engine/sample',
  'electron/engine/telemetry/telemetry.ts',
];

/** Folders and files of the engine whose words are still to be moved; what is not named here is held. */
const TO_BE_MOVED = [
  'electron/engine/assistant',
  'electron/engine/command-line',
  'electron/engine/forecasting',
  'electron/engine/inventory',
  'electron/engine/overview',
  'electron/engine/reporting',
  'electron/engine/sales',
];

const ENGINE_FOLDERS = foldersOf('electron/engine');
const ENGINE_FILES = readdirSync(path.join(root, 'electron/engine'))
  .filter((name) => name.endsWith('.ts'))
  .map((name) => `electron/engine/${name}`);

describe('the texts of the engine', () => {
  it.each(ENGINE_FOLDERS)('are in the catalogue: %s', (folder) => {
    expect(sourcesOf(folder).filter(isHeld).flatMap(looseWordsOfEngine)).toEqual([]);
  });

  it('are in the catalogue: its first files', () => {
    expect(ENGINE_FILES.filter(isHeld).flatMap(looseWordsOfEngine)).toEqual([]);
  });

  it('are missing wherever they are said to be still missing', () => {
    expect(TO_BE_MOVED.filter((place) => placesIn(place).flatMap(looseWordsOfEngine).length === 0)).toEqual(
      [],
    );
  });

  it('are found where people would read them, and nowhere else', () => {
    const source = [
      "import { a } from 'some words here';",
      "const job = { kind: 'two words', title: 'import', aliases: ['stock no'], done: isNew ? 'Fresh' : 'wait' };",
      'const said = (units: number): `a #{string}` => `#{units} units`;',
      "if (kind === 'Sold out') throw new Error('never shown to anyone');",
      "throw new AppError('NO_DATA', `#{name} is gone`, { nextStep: 'again', details: { of: 'a-key' } });",
      "context.logger.warn({ error }, 'for the log'); logger.info('Also');",
      "sql`select a from b #{when ? sql`where x` : ''}`; db.select('a as b').where('c', '=', 'The D');",
      "const join = `m on m.id = r.id and #{a}`; if (new Set(['Some Word']).has('An other')) pg.query('Begin it');",
      "const tail = flag ? 'less, than' : 'where price and days. It';",
    ]
      .join('\n')
      .replaceAll('#{', '${');
    const found = findLooseWords('sample.ts', source, 'engine').map(({ line, text }) => `${line} ${text}`);
    expect(found).toEqual([
      '2 import',
      '2 Fresh',
      '3 units',
      '5 is gone',
      '5 again',
      '9 less, than',
      '9 where price and days. It',
    ]);
  });
});

describe('the texts of the window', () => {
  it.each(FOLDERS)('are in the catalogue: %s', (folder) => {
    expect(looseWordsOf(folder)).toEqual([]);
  });

  it.each(OF_THE_DESKTOP)('are in the catalogue of the desktop: %s', (name) => {
    expect(looseWordsIn(`electron/main/${name}.ts`)).toEqual([]);
  });

  it('name every field that a file can hold', () => {
    const names = Object.values(kindDefinitions).flatMap(({ fields }) => fields.map(({ name }) => name));
    expect(names.filter((name) => sharedTexts.fields[name] === undefined)).toEqual([]);
  });

  it('is found where people would read it, and nowhere else', () => {
    const source = [
      "import { a } from 'some words here';",
      "const keys = { kind: 'two-words', title: 'gaps', done: isNew ? 'Fresh start' : 'wait' };",
      'const cell = (units: number) => `#{units} units`;',
      "const view = <b className='one two' data-testid='a b' aria-label='lot'>{open ? 'yes' : `#{a}–#{b}`} day</b>;",
      "if (kind === 'Sold out') throw new Error('never shown to anyone');",
      'new Intl.NumberFormat().format(1);',
    ]
      .join('\n')
      .replaceAll('#{', '${');
    const found = findLooseWords('sample.tsx', source).map(({ line, text }) => `${line} ${text}`);
    expect(found).toEqual([
      '2 gaps',
      '2 Fresh start',
      '3 units',
      '4 lot',
      '4 yes',
      '4 day',
      '6 Intl outside lib/format',
    ]);
  });
});

/** A file, or every source of a folder. */
function placesIn(place: string): string[] {
  return place.endsWith('.ts') ? [place] : sourcesOf(place);
}

function isHeld(file: string): boolean {
  return ![...DATA, ...TO_BE_MOVED].some((place) => file === place || file.startsWith(`${place}/`));
}

function looseWordsOfEngine(file: string): string[] {
  return findLooseWords(file, readFileSync(path.join(root, file), 'utf8'), 'engine').map(
    ({ line, text }) => `${file}:${line}: ${text}`,
  );
}

function looseWordsOf(folder: string): string[] {
  return sourcesOf(folder).flatMap(looseWordsIn);
}

function looseWordsIn(file: string): string[] {
  return findLooseWords(file, readFileSync(path.join(root, file), 'utf8'))
    .filter(({ text }) => file !== 'renderer/lib/format.ts' || !text.endsWith('outside lib/format'))
    .map(({ line, text }) => `${file}:${line}: ${text}`);
}

function sourcesOf(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((file) => /\.tsx?$/.test(file) && !/\.(test|fixture|d)\.tsx?$/.test(file))
    .sort();
}

function foldersOf(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${folder}/${name}`);
}
