/** Prints a report by starting the Electron runtime as a helper: the window's layout, without a window. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { AppError, type ErrorCode, errorCodes } from '@shared/contract/errors';
import type { ReportModel } from '@shared/contract/reports';

const HELPER_TIMEOUT_MS = 180_000;

type HelperReply = {
  saved?: { path: string; bytes: number };
  error?: { code: string; message: string; nextStep: string | null };
};

/**
 * Throws RUNTIME_MISSING when no Electron can be started here, FILE_NOT_WRITTEN when the file cannot be saved.
 * Aborting ends the helper.
 */
export async function printPdf(
  model: ReportModel,
  file: string,
  signal?: AbortSignal,
): Promise<{ path: string; bytes: number }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'doso-report-'));
  try {
    const modelFile = path.join(folder, 'model.json');
    await writeFile(modelFile, JSON.stringify(model));
    const command = printCommand(modelFile, file, folder);
    const reply = await runHelper(command, signal);
    signal?.throwIfAborted();
    return readReply(reply);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type PrintCommand = { program: string; args: string[] };

/**
 * From the command line a script finds the runtime (DOSO_PRINT_HELPER); in the app it is the app itself
 * (DOSO_PRINT_PROGRAM, its words as a JSON array), with a profile of its own so that it is no second window.
 */
function printCommand(modelFile: string, file: string, folder: string): PrintCommand {
  const { DOSO_PRINT_HELPER: helper, DOSO_PRINT_PROGRAM: own } = process.env;
  const [program, ...args] = own ? (JSON.parse(own) as string[]) : [];
  if (program) {
    const profile = `--user-data-dir=${path.join(folder, 'profile')}`;
    return { program, args: [...args, profile, `--print-report=${modelFile}`, `--out=${file}`] };
  }
  if (helper) return { program: process.execPath, args: [helper, modelFile, file] };
  throw new AppError('RUNTIME_MISSING', 'A PDF is printed by Electron, and no Electron is at hand here.', {
    nextStep: 'Run the command through npm in the project folder, or save the report as .xlsx.',
  });
}

async function runHelper({ program, args }: PrintCommand, signal: AbortSignal | undefined): Promise<string> {
  const { DOSO_DATA_DIR: _, ...env } = process.env;
  try {
    const { stdout } = await promisify(execFile)(program, args, {
      timeout: HELPER_TIMEOUT_MS,
      env,
      ...(signal && { signal }),
    });
    return stdout;
  } catch (error) {
    // A helper that failed in an orderly way has said why on stdout.
    return (error as { stdout?: string }).stdout ?? '';
  }
}

function readReply(stdout: string): { path: string; bytes: number } {
  const line = stdout.split('\n').find((text) => text.startsWith('{'));
  const reply = line ? (JSON.parse(line) as HelperReply) : {};
  if (reply.saved) return reply.saved;
  const code =
    errorCodes.find((known) => known === reply.error?.code) ?? ('RUNTIME_MISSING' satisfies ErrorCode);
  throw new AppError(code, reply.error?.message ?? 'Electron stopped before the PDF was printed.', {
    nextStep:
      reply.error?.nextStep ??
      'Run npm start once to see what Electron is missing, or save the report as .xlsx.',
  });
}
