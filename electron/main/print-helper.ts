/**
 * The print helper of the command line: `electron APP --print-report=MODEL.json --out=FILE.pdf`. No engine,
 * no window on screen; prints one JSON line, and exits 0 or 1.
 */
import { readFile } from 'node:fs/promises';
import { AppError } from '@shared/contract/errors';
import { reportModelSchema } from '@shared/contract/reports';
import { app } from 'electron';
import { printReport } from './printing';

export type PrintRequest = { modelFile: string; out: string };

export function readPrintRequest(argv: readonly string[]): PrintRequest | undefined {
  const value = (name: string) =>
    argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3);
  const modelFile = value('print-report');
  const out = value('out');
  return modelFile && out ? { modelFile, out } : undefined;
}

export async function runPrintHelper(request: PrintRequest): Promise<void> {
  // The printed window is gone before its file is written; without a listener Electron would quit with it.
  app.on('window-all-closed', () => undefined);
  try {
    const model = reportModelSchema.parse(JSON.parse(await readFile(request.modelFile, 'utf8')));
    const saved = await printReport(model, request.out);
    process.stdout.write(`${JSON.stringify({ saved })}\n`);
    app.exit(0);
  } catch (error) {
    const code = error instanceof AppError ? error.code : 'INTERNAL';
    const message = error instanceof Error ? error.message : String(error);
    process.stdout.write(
      `${JSON.stringify({ error: { code, message, nextStep: error instanceof AppError ? error.nextStep : null } })}\n`,
    );
    app.exit(1);
  }
}
