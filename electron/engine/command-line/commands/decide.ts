/** `decide`, `sign-off` and `order-sheet`. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '@shared/contract/errors';
import { decisionInputSchema } from '@shared/contract/plan';
import { engineTexts } from '@shared/texts/engine-texts';
import { type Command, Option } from 'commander';
import { z } from 'zod';
import { type EngineClient, type GlobalOptions, scopeOf, withEngine } from '../engine-session';
import { formatDollars, printJson, printLines } from '../print';

const words = engineTexts.commandLine.decide;
const { help } = words;

export function addDecideCommand(program: Command): void {
  program
    .command('decide')
    .description(help.decide.description)
    .argument('<file>', help.decide.file)
    .action(async (file: string, _options: unknown, command: Command) => {
      const options = command.opts<GlobalOptions>();
      const input = readDecisions(file);
      await withEngine(options, async ({ client }) => {
        const plan = await client.plan.decide(input);
        if (options.json) return printJson(plan);
        const decided = plan.lines.filter((line) => line.decision);
        printLines(words.decided(plan.id, String(decided.length), String(plan.lines.length)));
      });
    });
  addSignOff(program);
  addOrderSheet(program);
}

type PlanFlags = GlobalOptions & { plan?: string; undecided: 'accept' | 'decline' | 'refuse'; note?: string };

function addSignOff(program: Command): void {
  program
    .command('sign-off')
    .description(help.signOff.description)
    .option('--plan <id>', help.signOff.plan)
    .addOption(
      new Option('--undecided <what>', help.signOff.undecided)
        .choices(['accept', 'decline', 'refuse'])
        .default('refuse'),
    )
    .option('--note <text>', help.signOff.note)
    .action(async (_options: unknown, command: Command) => {
      const flags = command.opts<PlanFlags>();
      await withEngine(flags, async ({ client }) => {
        const { undecided, note } = flags;
        const planId = await planIdOf(client, flags);
        const plan = await client.plan.signOff({ planId, undecided, ...(note && { note }) });
        if (flags.json) return printJson(plan);
        printLines(words.signedOff(plan.id));
      });
    });
}

function addOrderSheet(program: Command): void {
  program
    .command('order-sheet')
    .description(help.orderSheet.description)
    .requiredOption('--out <file>', help.orderSheet.out)
    .option('--plan <id>', help.orderSheet.plan)
    .action(async (_options: unknown, command: Command) => {
      const flags = command.opts<PlanFlags & { out: string }>();
      await withEngine(flags, async ({ client }) => {
        const planId = await planIdOf(client, flags);
        const saved = await client.plan.saveOrderSheet({ planId, path: path.resolve(flags.out) });
        if (flags.json) return printJson(saved);
        printLines(words.orderSheet(String(saved.units), formatDollars(saved.costCents), saved.path));
      });
    });
}

/** Throws NO_DATA when the store has no plan. */
async function planIdOf(client: EngineClient, flags: PlanFlags): Promise<string> {
  const planId = flags.plan ?? (await client.plan.getLatest(scopeOf(flags)))?.id;
  if (planId !== undefined) return planId;
  throw new AppError('NO_DATA', words.noPlan.message, { nextStep: words.noPlan.nextStep });
}

function readDecisions(file: string): z.infer<typeof decisionInputSchema> {
  try {
    return decisionInputSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message;
    throw new AppError('BAD_INPUT', words.noDecisions(file, reason), { details: { file } });
  }
}
