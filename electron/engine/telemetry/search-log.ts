/** Finds lines in a log, newest first. The lines were redacted when they were written. */
import { readFileSync } from 'node:fs';
import type { LogEntry } from '@shared/contract/diagnostics';
import { z } from 'zod';
import { logFiles } from './log-file';

const LEVELS = { debug: 20, info: 30, warn: 40, error: 50 } as const;

const lineSchema = z.looseObject({ level: z.number(), time: z.number(), msg: z.string().default('') });

export type LogSearch = { text: string; level: LogEntry['level']; limit: number };

export function searchLog(file: string, search: LogSearch): { entries: LogEntry[]; isMore: boolean } {
  const found: LogEntry[] = [];
  const wanted = search.text.toLowerCase();
  for (const part of logFiles(file)) {
    for (const line of readLines(part).reverse()) {
      if (wanted !== '' && !line.toLowerCase().includes(wanted)) continue;
      const entry = readEntry(line, LEVELS[search.level]);
      if (!entry) continue;
      if (found.length === search.limit) return { entries: found, isMore: true };
      found.push(entry);
    }
  }
  return { entries: found, isMore: false };
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n').filter(Boolean);
  } catch {
    return [];
  }
}

/** Null for a line that a crash cut short, and for one below the level. */
function readEntry(line: string, least: number): LogEntry | null {
  const parsed = lineSchema.safeParse(parseJson(line));
  if (!parsed.success || parsed.data.level < least) return null;
  const { level, time, msg, name: _, pid: __, ...details } = parsed.data;
  const known = (['error', 'warn', 'info', 'debug'] as const).find((one) => level >= LEVELS[one]);
  return {
    at: new Date(time).toISOString(),
    level: known ?? 'debug',
    message: msg,
    details: Object.keys(details).length === 0 ? '' : JSON.stringify(details),
  };
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
