/** Adjustments of a forecast by hand, from the command line: made, listed, taken back and put in force again. */

import { AppError } from '@shared/contract/errors';
import type { ForecastAdjustment } from '@shared/contract/forecast-adjustment';
import type { Grain } from '@shared/domain/period';
import { engineTexts } from '@shared/texts/engine-texts';
import { type EngineClient, type GlobalOptions, scopeOf, withEngine } from '../engine-session';
import { formatTable, printJson, printLines } from '../print';

const words = engineTexts.commandLine.adjustments;

export type AdjustmentFlags = GlobalOptions & {
  grain: Grain;
  adjust?: string;
  change?: string;
  from?: string;
  to?: string;
  reason?: string;
  adjustments?: boolean;
  takeBack?: string;
  putBack?: string;
};

export function isAboutAdjustments(flags: AdjustmentFlags): boolean {
  return [flags.adjust, flags.adjustments, flags.takeBack, flags.putBack].some((flag) => flag !== undefined);
}

export async function runAdjustments(flags: AdjustmentFlags): Promise<void> {
  await withEngine(flags, async ({ client }) => {
    const shown = await actOn(client, flags);
    if (flags.json) return printJson({ adjustments: shown });

    printLines(shown.length === 0 ? words.none : formatTable(words.columns, shown.map(toRow)));
  });
}

async function actOn(client: EngineClient, flags: AdjustmentFlags): Promise<ForecastAdjustment[]> {
  if (flags.adjust !== undefined) return [await adjust(client, flags.adjust, flags)];
  const id = flags.takeBack ?? flags.putBack;
  if (id !== undefined) {
    return [await client.forecast.setAdjustmentInForce({ id, isInForce: flags.putBack !== undefined })];
  }
  return client.forecast.listAdjustments(scopeOf(flags));
}

/** Over all periods of the newest forecast unless they are named. */
async function adjust(
  client: EngineClient,
  seriesId: string,
  flags: AdjustmentFlags,
): Promise<ForecastAdjustment> {
  const { change, reason, grain } = flags;
  if (change === undefined || reason === undefined) {
    throw new AppError('BAD_INPUT', words.incomplete);
  }
  const run = await client.forecast.getLatestRun({ ...scopeOf(flags), grain });
  if (!run) {
    throw new AppError('NO_DATA', words.noForecast[grain], {
      nextStep: words.noForecast.nextStep,
    });
  }
  const { points } = await client.forecast.getSeries({ runId: run.id, seriesId });
  const firstPeriod = flags.from ?? points[0]?.period;
  const lastPeriod = flags.to ?? points.at(-1)?.period;
  if (firstPeriod === undefined || lastPeriod === undefined) {
    throw new AppError('NO_DATA', words.notForecast(seriesId));
  }
  return client.forecast.addAdjustment({
    ...scopeOf(flags),
    ...{ seriesId, firstPeriod, lastPeriod, reason },
    ...parseChange(change),
  });
}

const CHANGE = /^([+-]?\d+(?:\.\d+)?)\s*(%?)$/;

/** `+20%` is a factor of 1.2, `-3` three units fewer in each period. Throws BAD_INPUT. */
export function parseChange(text: string): { factor: number | null; units: number | null } {
  const [, number, percent] = CHANGE.exec(text.trim()) ?? [];
  const value = Number(number);
  if (number === undefined || value === 0 || (percent && value < -100)) {
    throw new AppError('BAD_INPUT', words.badChange(text));
  }
  return percent ? { factor: 1 + value / 100, units: null } : { factor: null, units: value };
}

function toRow(adjustment: ForecastAdjustment): (string | null)[] {
  const { id, seriesId, firstPeriod, lastPeriod, removedAt, score, reason } = adjustment;
  return [
    id,
    seriesId,
    firstPeriod,
    lastPeriod,
    writeChange(adjustment),
    removedAt === null ? words.inForce : words.takenBack,
    score?.modelError.toFixed(1) ?? null,
    score?.adjustedError.toFixed(1) ?? null,
    reason,
  ];
}

function writeChange({ factor, units }: ForecastAdjustment): string {
  const value = factor === null ? (units ?? 0) : 100 * (factor - 1);
  const sign = value > 0 ? '+' : '';
  const written = `${sign}${Number(value.toFixed(1))}`;
  return factor === null ? words.units(written) : words.share(written);
}
