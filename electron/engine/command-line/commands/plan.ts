import { readFileSync } from 'node:fs';
import { AppError } from '@shared/contract/errors';
import type { Plan } from '@shared/contract/plan';
import { constraintFileSchema, type PlanConstraint } from '@shared/contract/plan-limits';
import { buildTitle } from '@shared/domain/build';
import type { Command } from 'commander';
import { z } from 'zod';
import { finishJob, type GlobalOptions, scopeOf, withEngine } from '../engine-session';
import { formatDollars, formatTable, printJson, printLines } from '../print';

type PlanFlags = GlobalOptions & { budget?: string; places?: string; constraints?: string };

export function addPlanCommands(program: Command): void {
  program
    .command('plan')
    .description('the factory order: what to order under the limits, and why')
    .option('--budget <dollars>', 'money for the order; "unlimited" lifts the limit')
    .option('--places <n>', 'places on the lot; "unlimited" lifts the limit')
    .option('--constraints <file>', 'more limits, as JSON')
    .action(async (_options: unknown, command: Command) => {
      const flags = command.opts<PlanFlags>();
      await withEngine(flags, async ({ client, context }) => {
        const { jobId } = await client.plan.start({
          ...scopeOf(flags),
          ...readLimit('budgetCents', flags.budget, 100),
          ...readLimit('places', flags.places, 1),
          constraints: flags.constraints ? readConstraints(flags.constraints) : [],
        });
        const made = (await finishJob(context, jobId)) as { planId: string; analysisJobId: string };
        await finishJob(context, made.analysisJobId);
        const { planId } = made;
        const plan = await client.plan.get({ planId });
        if (flags.json) printJson(plan);
        else printLines(...formatPlan(plan));
      });
    });
}

/** A budget is cut to whole cents, never raised; places are whole. */
function readLimit(
  name: 'budgetCents' | 'places',
  text: string | undefined,
  scale: number,
): Record<string, number | null> {
  if (text === undefined) return {};
  if (text === 'unlimited') return { [name]: null };
  const value = Number(text.replace(/[$,]/g, ''));
  const isWhole = name === 'budgetCents' || Number.isInteger(value);
  if (text.trim() === '' || !Number.isFinite(value) || value < 0 || !isWhole) {
    const wanted =
      name === 'places' ? '--places must be a whole number' : '--budget must be an amount in dollars';
    throw new AppError('BAD_INPUT', `${wanted} that is not negative, or unlimited; not "${text}".`);
  }
  return { [name]: Math.floor(value * scale + 1e-6) };
}

function readConstraints(file: string): PlanConstraint[] {
  try {
    return constraintFileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message;
    throw new AppError('BAD_INPUT', `${file} holds no valid list of limits: ${reason}`, {
      details: { file },
      nextStep: 'doso template constraints prints an example.',
    });
  }
}

export function formatPlan(plan: Plan): string[] {
  const rows = plan.lines
    .filter((line) => line.quantity > 0)
    .map((line) => [
      buildTitle(line.build),
      line.quantity,
      line.uncappedQuantity,
      line.score?.toFixed(2) ?? null,
      formatDollars(line.expectedValueCents),
      line.reasons[0] ?? '',
    ]);
  return [
    `Order plan ${plan.id} as of ${plan.asOf}: ${plan.totals.units} units, ${formatDollars(plan.totals.costCents)}, expected net ${formatDollars(plan.totals.expectedValueCents)}`,
    formatTable(['Build', 'Order', 'Without limits', 'Score', 'Expected net', 'Why'], rows),
    ...plan.limits.map(formatLimit),
    ...plan.shadowPrices
      .filter(({ cents }) => cents > 0)
      .map(({ label, step, cents }) => `${label}: ${step} is worth ${formatDollars(cents)}`),
    ...plan.sensitivity.map(
      ({ demandFactor, planValueCents, bestUnits, bestValueCents }) =>
        `At ${Math.round(demandFactor * 100)} % of the demand this order is worth ${formatDollars(planValueCents)}; the best, of ${bestUnits} units, ${formatDollars(bestValueCents)}`,
    ),
  ];
}

function formatLimit({ kind, unit, label, bound, used, source }: Plan['limits'][number]): string {
  const inUnits = unit === 'percent' ? (value: number) => `${Math.round(value)} %` : String;
  const show = kind === 'budget' ? formatDollars : inUnits;
  return `${label}: ${show(used)} of ${bound === null ? 'unlimited' : show(bound)} (${source})`;
}
