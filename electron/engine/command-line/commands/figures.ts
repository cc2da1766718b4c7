/** The figures behind the dashboards: inventory, sales, market, gaps. */
import type { GapInPlan } from '@shared/contract/plan-gaps';
import type { Figure } from '@shared/contract/primitives';
import { buildTitle } from '@shared/domain/build';
import type { Command } from 'commander';
import { type EngineClient, type GlobalOptions, scopeOf, withEngine } from '../engine-session';
import { formatDollars, formatTable, printJson, printLines } from '../print';

type FiguresOptions = GlobalOptions & { window?: string; level?: 'model' | 'trim' };
type Show = (client: EngineClient, options: FiguresOptions) => Promise<{ value: unknown; text: string[] }>;

export function addFiguresCommands(program: Command): void {
  add(program, 'inventory', 'stock: units, value, ages, days supply', showInventory);
  add(program, 'sales', 'sales: units, gross, days to turn', showSales).option(
    '--window <days>',
    'days to look back',
    '90',
  );
  add(
    program,
    'market',
    'share and trend of each model in its segment, where buyers live, price to market',
    showMarket,
  ).option('--window <days>', 'days of sales by place', '365');
  add(program, 'aged', 'units that cost money by standing, and what to do with each', showAged);
  add(program, 'gaps', 'stock against the ideal, by segment', showGaps).option(
    '--level <level>',
    'model or trim',
    'model',
  );
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
    `${summary.condition.toUpperCase()} as of ${value.dataDate}`,
    formatTable(
      ['Figure', 'Value', 'n', 'Note'],
      [
        ['Units in stock', summary.unitsInStock],
        ['Available', summary.availableUnits],
        ['Stock at cost', summary.stockCost],
        ['Median age', summary.medianAge],
        ['Aged units', summary.agedUnits],
        ['Days supply', summary.daysSupply],
        ['Turn (flow)', summary.turnFlow],
        ['Holding cost a day', summary.holdingCostPerDay],
      ].map(([name, figure]) => figureRow(name as string, figure as Figure)),
    ),
    '',
    formatTable(
      ['Age', 'Units', 'Cost'],
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
    `${summary.condition.toUpperCase()}, ${value.windowDays} days to ${value.dataDate} by ${value.dateField}`,
    formatTable(
      ['Figure', 'Value', 'n', 'Note'],
      [
        ['Units sold', summary.unitsSold],
        ['Front gross a unit', summary.frontGrossPerUnit],
        ['Back gross a unit', summary.backGrossPerUnit],
        ['Total gross a unit', summary.totalGrossPerUnit],
        ['Median days to turn', summary.medianDaysToTurn],
        ['Turn (from days)', summary.turnFromDays],
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
      ['Segment', 'Model', 'Units', 'Share', 'Trend'],
      summary.models.map((row) => [
        row.segment,
        `${row.make} ${row.model}`,
        row.units,
        percent(row.share),
        percent(row.trend),
      ]),
    ),
    '',
    `Buyers by straight distance, ${demand.windowDays} days to ${demand.dataDate}: ${demand.totals.placed} of ${demand.totals.units} deals have a ZIP code with a place`,
    formatTable(
      ['Miles', 'Units', 'Share', 'Year before'],
      demand.bands.map((band) => [
        band.toMiles === null ? `${band.fromMiles}+` : `${band.fromMiles}-${band.toMiles}`,
        band.units,
        percent(band.share),
        band.unitsYearBefore,
      ]),
    ),
    '',
    formatTable(
      ['Model', 'Market price', 'Asking', 'Units', 'To market', 'Sold at', 'Sold'],
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
    gap.leadDays > 0 ? `${gap.arriving} of ${gap.pipeline}` : gap.pipeline,
    gap.leadDays > 0 ? `${gap.projected.toFixed(1)} in ${gap.leadDays} d` : gap.projected.toFixed(1),
    gap.ideal.toFixed(1),
    gap.gap > 0 ? `+${gap.gap}` : String(gap.gap),
    gap.monthlyDemand.toFixed(1),
    gap.inPlan?.monthlyDemand?.toFixed(1) ?? '',
    gap.inPlan === null ? '' : describeInPlan(gap.inPlan),
  ]);
  return {
    value,
    text: [
      formatTable(
        [
          'Condition',
          'Segment',
          'Here',
          'Arriving',
          'Left then',
          'Ideal then',
          'Gap',
          'Demand a month',
          'By the plan',
          'In the plan',
        ],
        rows,
      ),
    ],
  };
};

function describeInPlan({ units, because, cents }: GapInPlan): string {
  const dollars = formatDollars(cents === null ? null : Math.abs(cents));
  const why = {
    agrees: '',
    next_unit_loses: `, the next would lose ${dollars}`,
    no_room: `, no room for the next, worth ${dollars}`,
    last_unit_earns: `, the last still earns ${dollars}`,
    not_orderable: ', cannot be ordered',
  }[because];
  return `${units}${why}`;
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
      unit.curtailment ? `${formatDollars(unit.curtailment.amountCents)} on ${unit.curtailment.dueOn}` : '',
    ];
  });
  const { totals } = value;
  return {
    value,
    text: [
      `${totals.units} units as of ${value.asOf}, ${formatDollars(totals.costCents)} at cost: ${formatDollars(totals.stakeCents)} at stake, ${formatDollars(totals.holdingNextMonthCents)} to hold them for 30 days, ${formatDollars(totals.curtailmentsDueCents)} to repay`,
      formatTable(
        ['Stock', '', 'Unit', 'Days', 'Best', 'At stake', 'Hold', 'Reprice', 'Trade', 'Wholesale', 'Due'],
        rows,
      ),
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
