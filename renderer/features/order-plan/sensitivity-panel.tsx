import { Button } from '@mantine/core';
import type { Plan } from '@shared/contract/plan';
import { type Column, DataTable } from '../../components/data-table';
import { Panel } from '../../components/panel';
import { engine } from '../../lib/engine-client';
import { formatCount, formatMoney, formatPercent } from '../../lib/format';
import { useJob } from '../../lib/use-job';
import { texts } from '../../texts/texts';
import { describeShadowPrice } from './describe-limit';

const words = texts.orderPlan.limits.sensitivity;

type Row = { id: string; demand: string; planValue: number; bestUnits: number; bestValue: number };

const COLUMNS: Column<Row>[] = [
  { id: 'demand', header: words.demand, render: ({ demand }) => demand },
  {
    id: 'plan',
    header: words.plan,
    isNumber: true,
    render: ({ planValue }) => formatMoney(planValue),
  },
  {
    id: 'units',
    header: words.bestUnits,
    isNumber: true,
    render: ({ bestUnits }) => words.units(formatCount(bestUnits)),
  },
  { id: 'best', header: words.best, isNumber: true, render: ({ bestValue }) => formatMoney(bestValue) },
];

/** How the plan stands if the forecast is off, and what a step of each limit is worth. */
export function SensitivityPanel({ plan }: { plan: Plan }) {
  const run = useJob('plan_analysis');
  const priced = plan.shadowPrices.filter(({ cents }) => cents > 0);
  return (
    <Panel title={words.title} isFlush testId="plan-sensitivity">
      <DataTable caption={words.caption} columns={COLUMNS} rows={rowsOf(plan)} rowKey={({ id }) => id} />
      <div style={{ padding: '10px 14px', fontSize: 12.5, lineHeight: 1.6 }}>
        {plan.analysedAt === null ? (
          <>
            {run.isRunning ? words.pricing : words.unpriced}{' '}
            <Button
              size="compact-xs"
              variant="default"
              loading={run.isRunning}
              onClick={() => void run.start(() => engine.plan.analyse({ planId: plan.id }))}
            >
              {words.price}
            </Button>
          </>
        ) : priced.length === 0 ? (
          words.noneCosts
        ) : (
          priced.map((price) => (
            <div key={price.constraint}>{words.priced(price.label, describeShadowPrice(price))}</div>
          ))
        )}
      </div>
    </Panel>
  );
}

function rowsOf({ sensitivity, totals }: Plan): Row[] {
  const asForecast: Row = {
    id: '1',
    demand: words.asForecast,
    planValue: totals.expectedValueCents,
    bestUnits: totals.units,
    bestValue: totals.expectedValueCents,
  };
  const others = sensitivity.map(({ demandFactor, planValueCents, bestUnits, bestValueCents }) => ({
    id: String(demandFactor),
    demand: (demandFactor < 1 ? words.lower : words.higher)(formatPercent(Math.abs(demandFactor - 1))),
    planValue: planValueCents,
    bestUnits,
    bestValue: bestValueCents,
  }));
  return [...others, asForecast].sort((a, b) => Number(a.id) - Number(b.id));
}
