/** Structured logs, one JSON object a line, redacted before they are written. */
import { homedir } from 'node:os';
import pino, { type DestinationStream, type Logger as PinoLogger } from 'pino';
import { redactText, redactValue } from './redact';

export type Logger = PinoLogger;

export function createLogger(name: string, level: string, destination: DestinationStream): Logger {
  const home = homedir();
  return pino(
    {
      name,
      level,
      base: { pid: process.pid },
      formatters: { log: (fields) => redactValue(fields, home) as Record<string, unknown> },
      hooks: {
        logMethod(args, method) {
          const redacted = args.map((argument) =>
            typeof argument === 'string' ? redactText(argument, home) : argument,
          );
          method.apply(this, redacted as Parameters<typeof method>);
        },
      },
    },
    destination,
  );
}
