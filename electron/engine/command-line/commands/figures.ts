/** The figures behind the dashboards: inventory, sales, market, gaps. */

import type { GapInPlan } from '@shared/contract/plan-gaps';
import type { Figure } from '@shared/contract/primitives';
import { buildTitle } from '@shared/domain/build';
import { engineTexts } from '@shared/texts/engine-texts';
import type { Command } from 'commander';
import { type EngineClient, type GlobalOptions, scopeOf, withEngine } from '../engine-session';
import { formatDollars, formatTable, printJson, printLines } from '../print';

const words = engineTexts.commandLine.figures;
const { help } = words;

type FiguresOptions = GlobalOptions & { window?: string; level?: 'model' | 'trim' };
type Show = (client: EngineClient, options: FiguresOptions) => Promise<{ value: unknown; text: string[] }>;

export function addFiguresCommands(program: Command): void {
  add(program, 'inventory', help.inventory.description, showInventory);
  add(program, 'sales', help.sales.description, showSales).option('--window <days>', help.sales.window, '90');
  add(program, 'market', help.market.description, showMarket).option(
    '--window <days>',
    help.market.window,
    '365',
  );
  add(program, 'aged', help.aged.description, showAged);
  add(program, 'gaps', help.gaps.description, showGaps).option('--level <level>', help.gaps.level, 'model');
}

function add(program: Command, name: string, description: string, show: Show): Command {
  return program
    .command(name)
    .description(description)
    .action(async (_options: unknown, command: Command) => {
      const options = command.opts<FiguresOptions>();
      await withEngine(options, async ({ client }) => {
        const { value, text } = await show(client, options);
        if (options.json) printJson(value);
        else printLines(...text);
      });
    });
}

const showInventory: Show = async (client, options) => {
  const value = await client.inventory.getSummary(scopeOf(options));
  const text = value.summaries.flatMap((summary) => [
    words.stock.heading(summary.condition.toUpperCase(), value.dataDate),
    formatTable(
      words.columns.figures,
      [
        [words.stock.units, summary.unitsInStock],
        [words.stock.available, summary.availableUnits],
        [words.stock.atCost, summary.stockCost],
        [words.stock.medianAge, summary.medianAge],
        [words.stock.aged, summary.agedUnits],
        [words.stock.daysSupply, summary.daysSupply],
        [words.stock.turn, summary.turnFlow],
        [words.stock.holdingCost, summary.holdingCostPerDay],
      ].map(([name, figure]) => figureRow(name as string, figure as Figure)),
    ),
    '',
    formatTable(
      words.columns.ages,
      summary.ageBuckets.map((bucket) => [bucket.label, bucket.units, formatDollars(bucket.costCents)]),
    ),
    '',
  ]);
  return { value, text };
};

const showSales: Show = async (client, options) => {
  const value = await client.sales.getSummary({
    ...scopeOf(options),
    windowDays: Number(options.window ?? 90),
  });
  const text = value.summaries.flatMap((summary) => [
    words.sales.heading(summary.condition.toUpperCase(), String(value.windowDays), {
      to: value.dataDate,
      dateField: value.dateField,
    }),
    formatTable(
      words.columns.figures,
      [
        [words.sales.units, summary.unitsSold],
        [words.sales.frontGross, summary.frontGrossPerUnit],
        [words.sales.backGross, summary.backGrossPerUnit],
        [words.sales.totalGross, summary.totalGrossPerUnit],
        [words.sales.medianDays, summary.medianDaysToTurn],
        [words.sales.turn, summary.turnFromDays],
      ].map(([name, figure]) => figureRow(name as string, figure as Figure)),
    ),
    '',
  ]);
  return { value, text };
};

const showMarket: Show = async (client, options) => {
  const scope = scopeOf(options);
  const summary = await client.market.getSummary(scope);
  const demand = await client.market.getDemand({ ...scope, windowDays: Number(options.window ?? 365) });
  const prices = await client.market.comparePrices(scope);
  const text = [
    formatTable(
      words.columns.market,
      summary.models.map((row) => [
        row.segment,
        `${row.make} ${row.model}`,
        row.units,
        percent(row.share),
        percent(row.trend),
      ]),
    ),
    '',
    words.buyers({
      days: String(demand.windowDays),
      to: demand.dataDate,
      placed: String(demand.totals.placed),
      units: String(demand.totals.units),
    }),
    formatTable(
      words.columns.demand,
      demand.bands.map((band) => [
        band.toMiles === null ? `${band.fromMiles}+` : `${band.fromMiles}-${band.toMiles}`,
        band.units,
        percent(band.share),
        band.unitsYearBefore,
      ]),
    ),
    '',
    formatTable(
      words.columns.prices,
      prices.models.map((row) => [
        `${row.make} ${row.model}`,
        formatDollars(row.marketPriceCents),
        formatDollars(row.askingPriceCents),
        row.unitsAsking,
        percent(row.priceToMarket),
        formatDollars(row.soldPriceCents),
        row.unitsSold,
      ]),
    ),
  ];
  return { value: { ...summary, demand, prices: prices.models }, text };
};

const showGaps: Show = async (client, options) => {
  const value = await client.plan.listGaps({ ...scopeOf(options), level: options.level ?? 'model' });
  const rows = value.gaps.map((gap) => [
    gap.condition,
    [gap.make, gap.model, gap.trim].filter(Boolean).join(' '),
    gap.available + gap.soldWaiting,
    gap.leadDays > 0 ? words.gaps.arriving(String(gap.arriving), String(gap.pipeline)) : gap.pipeline,
    gap.leadDays > 0
      ? words.gaps.leftThen(gap.projected.toFixed(1), String(gap.leadDays))
      : gap.projected.toFixed(1),
    gap.ideal.toFixed(1),
    gap.gap > 0 ? `+${gap.gap}` : String(gap.gap),
    gap.monthlyDemand.toFixed(1),
    gap.inPlan?.monthlyDemand?.toFixed(1) ?? '',
    gap.inPlan === null ? '' : describeInPlan(gap.inPlan),
  ]);
  return {
    value,
    text: [formatTable(words.columns.gaps, rows)],
  };
};

function describeInPlan({ units, because, cents }: GapInPlan): string {
  const dollars = formatDollars(cents === null ? null : Math.abs(cents));
  return words.gaps.because[because](String(units), dollars);
}

const showAged: Show = async (client, options) => {
  const value = await client.plan.listAgedUnits(scopeOf(options));
  const rows = value.units.map((unit) => {
    const net = (action: string) => unit.options.find((option) => option.action === action)?.netCents ?? null;
    return [
      unit.stockNumber ?? unit.vin,
      unit.condition,
      buildTitle(unit.build),
      unit.ageDays,
      unit.best,
      formatDollars(unit.stakeCents),
      ...['hold', 'reprice', 'trade', 'wholesale'].map((action) => formatDollars(net(action))),
      unit.curtailment
        ? words.aged.due(formatDollars(unit.curtailment.amountCents), unit.curtailment.dueOn)
        : '',
    ];
  });
  const { totals } = value;
  return {
    value,
    text: [
      words.aged.totals({
        units: String(totals.units),
        day: value.asOf,
        cost: formatDollars(totals.costCents),
        stake: formatDollars(totals.stakeCents),
        holding: formatDollars(totals.holdingNextMonthCents),
        due: formatDollars(totals.curtailmentsDueCents),
      }),
      formatTable(words.columns.aged, rows),
      ...value.notes,
    ],
  };
};

function figureRow(name: string, figure: Figure): (string | number | null)[] {
  return [name, formatFigure(figure), figure.sampleSize, figure.note ?? ''];
}

function formatFigure({ value, unit }: Figure): string {
  if (value === null) return '-';
  if (unit === 'cents' || unit === 'cents_per_day') return formatDollars(value);
  if (unit === 'ratio') return percent(value);
  return unit === 'units' ? String(value) : value.toFixed(1);
}

function percent(share: number | null): string {
  return share === null ? '-' : `${(share * 100).toFixed(1)} %`;
}
