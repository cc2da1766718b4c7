import { readFileSync } from 'node:fs';
import { AppError } from '@shared/contract/errors';
import type { Plan } from '@shared/contract/plan';
import { constraintFileSchema, type PlanConstraint } from '@shared/contract/plan-limits';
import { buildTitle } from '@shared/domain/build';
import { engineTexts } from '@shared/texts/engine-texts';
import type { Command } from 'commander';
import { z } from 'zod';
import { finishJob, type GlobalOptions, scopeOf, withEngine } from '../engine-session';
import { formatDollars, formatTable, printJson, printLines } from '../print';

const words = engineTexts.commandLine.plan;
const { help } = words;

type PlanFlags = GlobalOptions & { budget?: string; places?: string; constraints?: string };

export function addPlanCommands(program: Command): void {
  program
    .command('plan')
    .description(help.plan.description)
    .option('--budget <dollars>', help.plan.budget)
    .option('--places <n>', help.plan.places)
    .option('--constraints <file>', help.plan.constraints)
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
    throw new AppError('BAD_INPUT', words.badLimit[name](text));
  }
  return { [name]: Math.floor(value * scale + 1e-6) };
}

function readConstraints(file: string): PlanConstraint[] {
  try {
    return constraintFileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message;
    throw new AppError('BAD_INPUT', words.badConstraints.message(file, reason), {
      details: { file },
      nextStep: words.badConstraints.nextStep,
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
    words.heading({
      id: plan.id,
      day: plan.asOf,
      units: String(plan.totals.units),
      cost: formatDollars(plan.totals.costCents),
      net: formatDollars(plan.totals.expectedValueCents),
    }),
    formatTable(words.columns, rows),
    ...plan.limits.map(formatLimit),
    ...plan.shadowPrices
      .filter(({ cents }) => cents > 0)
      .map(({ label, step, cents }) => words.shadowPrice(label, step, formatDollars(cents))),
    ...plan.sensitivity.map(({ demandFactor, planValueCents, bestUnits, bestValueCents }) =>
      words.sensitivity({
        demand: String(Math.round(demandFactor * 100)),
        value: formatDollars(planValueCents),
        bestUnits: String(bestUnits),
        bestValue: formatDollars(bestValueCents),
      }),
    ),
  ];
}

function formatLimit({ kind, unit, label, bound, used, source }: Plan['limits'][number]): string {
  const inUnits = unit === 'percent' ? (value: number) => words.percent(String(Math.round(value))) : String;
  const show = kind === 'budget' ? formatDollars : inUnits;
  return words.limit({
    label,
    used: show(used),
    bound: bound === null ? words.unlimited : show(bound),
    source,
  });
}
