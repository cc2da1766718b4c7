/** A whole file as text; for formats that cannot be read piece by piece. */

import { readFile } from 'node:fs/promises';
import { engineTexts } from '@shared/texts/engine-texts';
import { FileRefused } from '../file-refused';
import type { FileFacts } from '../inspect-file';
import { detectEncoding } from './detect-encoding';
import { decodeText } from './text-decoder';

const words = engineTexts.importing.files;

/** V8 has no longer strings than about 512 MB. */
const MOST_BYTES = 256 * 1024 * 1024;

/** Throws FileRefused TOO_LARGE. */
export async function decodeFile(facts: FileFacts, format: string): Promise<string> {
  if (facts.bytes > MOST_BYTES) {
    throw new FileRefused(
      'TOO_LARGE',
      words.tooLargeForText.message(facts.name, format),
      words.tooLargeForText.nextStep,
    );
  }
  return decodeText(await readFile(facts.path), detectEncoding(facts)).replace(/^\uFEFF/, '');
}
