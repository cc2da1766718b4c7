/** Every text of the window is in its catalogue (ADR 81), and every number, day and amount is written by lib/format. */
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
