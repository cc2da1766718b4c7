/** What a command writes: one JSON document, or short text for a person. Words for the user go to stderr. */

import { ORPCError } from '@orpc/client';
import { AppError } from '@shared/contract/errors';
import { engineTexts } from '@shared/texts/engine-texts';
import { LOCALE } from '@shared/texts/locale';

const words = engineTexts.commandLine.session;

export type PrintedError = {
  error: { code: string; message: string; details: unknown; nextStep: string | null };
};

export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

export function printLines(...lines: string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** A line that belongs to the one above it. */
export function indent(line: string): string {
  return `  ${line}`;
}

export function tell(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Columns aligned by their widest cell; numbers to the right. */
export function formatTable(
  headers: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): string {
  const cells = [headers, ...rows].map((row) => row.map((cell) => (cell === null ? '-' : String(cell))));
  const widths = headers.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const isNumeric = headers.map((_, column) => rows.some((row) => typeof row[column] === 'number'));
  return cells
    .map((row) =>
      row
        .map((cell, column) =>
          isNumeric[column] ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

export function formatDollars(cents: number | null): string {
  if (cents === null) return '-';
  return `${cents < 0 ? '-' : ''}$${Math.abs(Math.round(cents / 100)).toLocaleString(LOCALE)}`;
}

export function describeError(error: unknown): PrintedError {
  if (error instanceof AppError) {
    return {
      error: { code: error.code, message: error.message, details: error.details, nextStep: error.nextStep },
    };
  }
  if (error instanceof ORPCError) {
    if (error.code === 'BAD_REQUEST')
      return {
        error: {
          code: 'BAD_INPUT',
          message: describeIssues(error.data),
          details: error.data,
          nextStep: null,
        },
      };
    const data = error.data as { details?: unknown; nextStep?: string | null } | undefined;
    return {
      error: {
        code: error.code,
        message: error.message,
        details: data?.details ?? {},
        nextStep: data?.nextStep ?? null,
      },
    };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { error: { code: 'INTERNAL', message, details: {}, nextStep: null } };
}

function describeIssues(data: unknown): string {
  const issues = (data as { issues?: { path?: unknown[]; message?: string }[] } | undefined)?.issues ?? [];
  return (
    issues
      .map((issue) => words.issue((issue.path ?? []).join('.'), issue.message ?? words.invalid))
      .join('; ') || words.badInput
  );
}
