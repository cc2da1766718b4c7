import { Button } from '@mantine/core';
import type { Plan } from '@shared/contract/plan';
import { type Column, DataTable } from '../../components/data-table';
import { Panel } from '../../components/panel';
import { engine } from '../../lib/engine-client';
import { formatCount, formatMoney, formatPercent } from '../../lib/format';
import { useJob } from '../../lib/use-job';
import { describeShadowPrice } from './describe-limit';

type Row = { id: string; demand: string; planValue: number; bestUnits: number; bestValue: number };

const COLUMNS: Column<Row>[] = [
  { id: 'demand', header: 'If demand is', render: ({ demand }) => demand },
  {
    id: 'plan',
    header: 'This order brings',
    isNumber: true,
    render: ({ planValue }) => formatMoney(planValue),
  },
  {
    id: 'units',
    header: 'Best order then',
    isNumber: true,
    render: ({ bestUnits }) => `${formatCount(bestUnits)} units`,
  },
  { id: 'best', header: 'It would bring', isNumber: true, render: ({ bestValue }) => formatMoney(bestValue) },
];

/** How the plan stands if the forecast is off, and what a step of each limit is worth. */
export function SensitivityPanel({ plan }: { plan: Plan }) {
  const run = useJob('plan_analysis');
  const priced = plan.shadowPrices.filter(({ cents }) => cents > 0);
  return (
    <Panel title="If the forecast is off" isFlush testId="plan-sensitivity">
      <DataTable
        caption="The plan under other demand"
        columns={COLUMNS}
        rows={rowsOf(plan)}
        rowKey={({ id }) => id}
      />
      <div style={{ padding: '10px 14px', fontSize: 12.5, lineHeight: 1.6 }}>
        {plan.analysedAt === null ? (
          <>
            {run.isRunning ? 'Prices of the limits are being worked out. ' : 'The limits are not priced. '}
            <Button
              size="compact-xs"
              variant="default"
              loading={run.isRunning}
              onClick={() => void run.start(() => engine.plan.analyse({ planId: plan.id }))}
            >
              Price the limits
            </Button>
          </>
        ) : priced.length === 0 ? (
          'No limit costs anything: one step looser would change nothing.'
        ) : (
          priced.map((price) => (
            <div key={price.constraint}>
              {price.label}: {describeShadowPrice(price)}.
            </div>
          ))
        )}
      </div>
    </Panel>
  );
}

function rowsOf({ sensitivity, totals }: Plan): Row[] {
  const asForecast: Row = {
    id: '1',
    demand: 'as forecast',
    planValue: totals.expectedValueCents,
    bestUnits: totals.units,
    bestValue: totals.expectedValueCents,
  };
  const others = sensitivity.map(({ demandFactor, planValueCents, bestUnits, bestValueCents }) => ({
    id: String(demandFactor),
    demand: `${formatPercent(Math.abs(demandFactor - 1))} ${demandFactor < 1 ? 'lower' : 'higher'}`,
    planValue: planValueCents,
    bestUnits,
    bestValue: bestValueCents,
  }));
  return [...others, asForecast].sort((a, b) => Number(a.id) - Number(b.id));
}
