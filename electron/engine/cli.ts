/** Entry of the command line in plain Node. Exit codes: 0 done, 1 failed, 2 bad usage or a refused file. */
import { engineTexts } from '@shared/texts/engine-texts';
import { CommanderError } from 'commander';
import { describeError, printJson, tell } from './command-line/print';
import { createProgram } from './command-line/program';

/** Failures of what the caller named, not of the work. */
const USAGE_CODES: ReadonlySet<string> = new Set(['BAD_INPUT', 'FILE_REFUSED']);

const wantsJson = process.argv.includes('--json');

async function main(): Promise<number> {
  try {
    await createProgram().parseAsync(process.argv);
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0;
      if (wantsJson)
        printJson({
          error: {
            code: 'BAD_USAGE',
            message: error.message,
            details: {},
            nextStep: engineTexts.commandLine.session.helpAdvice,
          },
        });
      return 2;
    }
    const described = describeError(error);
    if (wantsJson) printJson(described);
    tell(`${described.error.message}${described.error.nextStep ? `\n${described.error.nextStep}` : ''}`);
    return USAGE_CODES.has(described.error.code) ? 2 : 1;
  }
}

main().then((code) => {
  process.exitCode = code;
  // Wasm libraries may keep timers; the database is closed by now.
  process.stdout.write('', () => process.exit(code));
});
