import type { ImportPreview } from '@shared/contract/imports';

const SHOWN = 3;

/** The first different values of a column, as the file writes them. */
export function columnExamples({ sample }: Pick<ImportPreview, 'sample'>, source: string): string {
  const values = sample.map((row) => row[source]?.trim()).filter(Boolean);
  return [...new Set(values)].slice(0, SHOWN).join('  ·  ');
}
