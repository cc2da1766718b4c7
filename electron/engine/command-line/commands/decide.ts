/** `decide`, `sign-off` and `order-sheet`. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '@shared/contract/errors';
import { decisionInputSchema } from '@shared/contract/plan';
import { type Command, Option } from 'commander';
import { z } from 'zod';
import { type EngineClient, type GlobalOptions, scopeOf, withEngine } from '../engine-session';
import { formatDollars, printJson, printLines } from '../print';

export function addDecideCommand(program: Command): void {
  program
    .command('decide')
    .description('record what was decided on a plan’s lines')
    .argument('<file>', 'JSON: { planId, lines: [{ lineId, decision, quantity, reason }] }')
    .action(async (file: string, _options: unknown, command: Command) => {
      const options = command.opts<GlobalOptions>();
      const input = readDecisions(file);
      await withEngine(options, async ({ client }) => {
        const plan = await client.plan.decide(input);
        if (options.json) return printJson(plan);
        const decided = plan.lines.filter((line) => line.decision);
        printLines(`Plan ${plan.id}: ${decided.length} of ${plan.lines.length} lines decided.`);
      });
    });
  addSignOff(program);
  addOrderSheet(program);
}

type PlanFlags = GlobalOptions & { plan?: string; undecided: 'accept' | 'decline' | 'refuse'; note?: string };

function addSignOff(program: Command): void {
  program
    .command('sign-off')
    .description('close a plan: it does not change any more, and a later one supersedes it')
    .option('--plan <id>', 'the plan (default: the latest)')
    .addOption(
      new Option('--undecided <what>', 'what becomes of lines that are not decided')
        .choices(['accept', 'decline', 'refuse'])
        .default('refuse'),
    )
    .option('--note <text>', 'a note that stands on the order sheet')
    .action(async (_options: unknown, command: Command) => {
      const flags = command.opts<PlanFlags>();
      await withEngine(flags, async ({ client }) => {
        const { undecided, note } = flags;
        const planId = await planIdOf(client, flags);
        const plan = await client.plan.signOff({ planId, undecided, ...(note && { note }) });
        if (flags.json) return printJson(plan);
        printLines(`Plan ${plan.id} is signed off.`);
      });
    });
}

function addOrderSheet(program: Command): void {
  program
    .command('order-sheet')
    .description('write what was decided to be ordered, .xlsx or .csv')
    .requiredOption('--out <file>', 'the file to write')
    .option('--plan <id>', 'the plan (default: the latest)')
    .action(async (_options: unknown, command: Command) => {
      const flags = command.opts<PlanFlags & { out: string }>();
      await withEngine(flags, async ({ client }) => {
        const planId = await planIdOf(client, flags);
        const saved = await client.plan.saveOrderSheet({ planId, path: path.resolve(flags.out) });
        if (flags.json) return printJson(saved);
        printLines(`${saved.units} units, ${formatDollars(saved.costCents)}: ${saved.path}`);
      });
    });
}

/** Throws NO_DATA when the store has no plan. */
async function planIdOf(client: EngineClient, flags: PlanFlags): Promise<string> {
  const planId = flags.plan ?? (await client.plan.getLatest(scopeOf(flags)))?.id;
  if (planId !== undefined) return planId;
  throw new AppError('NO_DATA', 'There is no order plan yet.', { nextStep: 'Make one with doso plan.' });
}

function readDecisions(file: string): z.infer<typeof decisionInputSchema> {
  try {
    return decisionInputSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message;
    throw new AppError('BAD_INPUT', `${file} holds no decisions: ${reason}`, { details: { file } });
  }
}
