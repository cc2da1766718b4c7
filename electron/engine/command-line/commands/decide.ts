import { readFileSync } from 'node:fs';
import { AppError } from '@shared/contract/errors';
import { decisionInputSchema } from '@shared/contract/plan';
import type { Command } from 'commander';
import { z } from 'zod';
import { type GlobalOptions, withEngine } from '../engine-session';
import { printJson, printLines } from '../print';

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
}

function readDecisions(file: string): z.infer<typeof decisionInputSchema> {
  try {
    return decisionInputSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message;
    throw new AppError('BAD_INPUT', `${file} holds no decisions: ${reason}`, { details: { file } });
  }
}
