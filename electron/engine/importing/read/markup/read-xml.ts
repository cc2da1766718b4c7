/**
 * Reads XML: Excel's own XML workbooks, and files of records however deep they lie (STAR deals and vehicles). Which
 * element is the record is not known by name: each element that could be one gives a table, and the one that
 * is recognised best is taken.
 */
import { engineTexts } from '@shared/texts/engine-texts';
import { FileRefused } from '../../file-refused';
import type { FileFacts } from '../../inspect-file';
import type { RawTable } from '../../types';
import { decodeFile } from '../decode-file';
import { type FlatRecord, recordsTable } from '../records-table';
import { parseXml, type XmlElement } from './parse-xml';
import { inChunks } from './read-html';

const words = engineTexts.importing.files;

/** Throws FileRefused DAMAGED_FILE or TOO_LARGE. */
export async function readXml(facts: FileFacts): Promise<RawTable[]> {
  const text = await decodeFile(facts, 'XML');
  try {
    const root = parseXml(text);
    const workbook = root.children.find(({ name }) => name === 'Workbook');
    return workbook ? worksheets(workbook) : recordTables(root);
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    throw new FileRefused(
      'DAMAGED_FILE',
      words.xml.damaged.message(facts.name, error instanceof Error ? error.message : words.notParsed),
      words.xml.damaged.nextStep,
    );
  }
}

function worksheets(workbook: XmlElement): RawTable[] {
  return workbook.children
    .filter(({ name }) => name === 'Worksheet')
    .map((sheet) => {
      const table = sheet.children.find(({ name }) => name === 'Table');
      const rows: string[][] = [];
      for (const row of table?.children ?? []) {
        if (row.name !== 'Row') continue;
        const index = Math.min(Number(row.attributes.get('Index') ?? 0), 2_000_000);
        while (rows.length < index - 1) rows.push([]);
        rows.push(sheetCells(row));
      }
      return { name: sheet.attributes.get('Name') ?? null, header: null, rows: () => inChunks(rows) };
    });
}

const MOST_COLUMNS = 16_384;

function sheetCells(row: XmlElement): string[] {
  const cells: string[] = [];
  for (const cell of row.children) {
    if (cell.name !== 'Cell') continue;
    const index = Math.min(Number(cell.attributes.get('Index') ?? 0), MOST_COLUMNS);
    while (cells.length < index - 1) cells.push('');
    const data = cell.children.find(({ name }) => name === 'Data');
    const text = data ? textOf(data) : '';
    cells.push(data?.attributes.get('Type') === 'DateTime' ? text.replace(/T00:00:00(\.0+)?$/, '') : text);
    for (let merged = Number(cell.attributes.get('MergeAcross') ?? 0); merged > 0; merged--) {
      if (cells.length < MOST_COLUMNS) cells.push('');
    }
  }
  return cells;
}

function textOf({ text, children }: XmlElement): string {
  return (text + children.map(textOf).join('')).trim();
}

type Found = { element: XmlElement; inherited: readonly Leaf[] };
type Leaf = { readonly parent: string; readonly name: string; readonly text: string };

/** Elements of one path are the records of one table; each takes along what stands beside and above it. */
function recordTables(root: XmlElement): RawTable[] {
  const byPath = new Map<string, Found[]>();
  const visit = (element: XmlElement, path: string, inherited: readonly Leaf[]) => {
    const own = [...inherited, ...directLeaves(element)];
    for (const child of element.children) {
      if (isLeaf(child) && (child.attributes.size === 0 || namedLeaf(element, child))) continue;
      const childPath = `${path}/${child.name}`;
      const found = byPath.get(childPath);
      if (found) found.push({ element: child, inherited: own });
      else byPath.set(childPath, [{ element: child, inherited: own }]);
      visit(child, childPath, own);
    }
  };
  visit(root, '', senderOf(root));
  return [...byPath]
    .filter(([path, found]) => found.length > 1 || isRecordAlone(path, byPath))
    .map(([path, found]) => recordsTable(path.split('/').at(-1) ?? null, flattenAll(found)));
}

/** STAR messages name the store in their envelope, beside the records: dealer and store number together are one rooftop. */
function senderOf(root: XmlElement): Leaf[] {
  const childOf = (element: XmlElement | undefined, child: string) =>
    element?.children.find(({ name }) => name === child);
  const [area] = [root, ...root.children].flatMap((element) => childOf(element, 'ApplicationArea') ?? []);
  const sender = childOf(area, 'Sender');
  const numbers = ['DealerNumber', 'StoreNumber'].flatMap((name) => {
    const text = childOf(sender, name)?.text.trim();
    return text ? [text] : [];
  });
  return numbers.length === 0 ? [] : [{ parent: 'Sender', name: 'DealerNumber', text: numbers.join('-') }];
}

/** A single element is a record when nothing around it is there twice. */
function isRecordAlone(path: string, byPath: ReadonlyMap<string, Found[]>): boolean {
  return ![...byPath].some(
    ([other, { length }]) => length > 1 && (path.startsWith(`${other}/`) || other === path),
  );
}

function isLeaf({ children }: XmlElement): boolean {
  return children.length === 0;
}

function directLeaves(element: XmlElement): Leaf[] {
  const leaves: Leaf[] = [];
  for (const [name, text] of element.attributes) leaves.push({ parent: element.name, name, text });
  for (const child of element.children) {
    const named = namedLeaf(element, child);
    if (named) leaves.push(named);
    else if (isLeaf(child) && child.text.trim() !== '')
      leaves.push({ parent: element.name, name: child.name, text: child.text.trim() });
  }
  return leaves;
}

const NAMING = ['name', 'key', 'field', 'column', 'label'];

/** `<field name="VIN">...</field>`: an element that says which value it holds, among others of its name. */
function namedLeaf(parent: XmlElement, { name, attributes, children, text }: XmlElement): Leaf | null {
  if (children.length > 0 || attributes.size === 0) return null;
  const attribute = [...attributes].find(([key]) => NAMING.includes(key.toLowerCase()));
  if (!attribute || parent.children.filter((child) => child.name === name).length < 2) return null;
  const value = text.trim() || ([...attributes].find(([key]) => key.toLowerCase() === 'value')?.[1] ?? '');
  return value === '' ? null : { parent: parent.name, name: attribute[1], text: value };
}

/** A name that stands for one thing in all records is used alone, else with its parent's before it. */
function flattenAll(found: readonly Found[]): FlatRecord[] {
  const leavesOf = found.map(({ element }) => leavesBelow(element));
  const parents = new Map<string, Set<string>>();
  for (const { name, parent } of leavesOf.flat()) {
    const known = parents.get(name);
    if (known) known.add(parent);
    else parents.set(name, new Set([parent]));
  }
  return found.map(({ inherited }, index) => {
    const record = new Map<string, string>();
    for (const { parent, name, text } of leavesOf[index] ?? []) {
      const key = (parents.get(name)?.size ?? 0) > 1 ? `${parent} ${name}` : name;
      const known = record.get(key);
      record.set(key, known === undefined ? text : `${known}|${text}`);
    }
    for (const { name, text } of inherited) if (!record.has(name)) record.set(name, text);
    return record;
  });
}

function leavesBelow(element: XmlElement): Leaf[] {
  const below = element.children.filter(
    (child) => (!isLeaf(child) || child.attributes.size > 0) && !namedLeaf(element, child),
  );
  return [...directLeaves(element), ...below.flatMap(leavesBelow)];
}
