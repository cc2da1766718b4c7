/** DOSO's own template for a kind: a CSV header and one example row, for systems whose export nobody knows. */
import type { ImportKind } from '@shared/contract/imports';
import { kindDefinitions } from './recognise/fields/kinds';

export type Template = {
  fileName: string;
  text: string;
  columns: { name: string; meaning: string; isRequired: boolean }[];
};

export function getTemplate(kind: ImportKind): Template {
  const { fields, required } = kindDefinitions[kind];
  const shown = fields.filter(({ example }) => example !== '');
  const quote = (text: string) => (text.includes(',') ? `"${text}"` : text);
  const lines = [shown.map(({ title }) => quote(title)), shown.map(({ example }) => quote(example))];
  return {
    fileName: `${kind}-template.csv`,
    text: lines.map((cells) => `${cells.join(',')}\r\n`).join(''),
    columns: fields.map(({ name, title, meaning }) => ({
      name: title,
      meaning,
      isRequired: required.some(({ anyOf }) => anyOf.length === 1 && anyOf[0] === name),
    })),
  };
}
