import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectFolder = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

export function inProject(...parts) {
  return path.join(projectFolder, ...parts);
}
