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

/** Throws RUNTIME_MISSING when no Electron can be started here, FILE_NOT_WRITTEN when the file cannot be saved. */
export async function printPdf(model: ReportModel, file: string): Promise<{ path: string; bytes: number }> {
  const helper = process.env.DOSO_PRINT_HELPER;
  if (!helper) {
    throw new AppError('RUNTIME_MISSING', 'A PDF is printed by Electron, and no Electron is at hand here.', {
      nextStep: 'Run the command through npm in the project folder, or save the report as .xlsx.',
    });
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'doso-report-'));
  try {
    const modelFile = path.join(folder, 'model.json');
    await writeFile(modelFile, JSON.stringify(model));
    return readReply(await runHelper(helper, modelFile, file));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function runHelper(helper: string, modelFile: string, file: string): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [helper, modelFile, file], {
      timeout: HELPER_TIMEOUT_MS,
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
