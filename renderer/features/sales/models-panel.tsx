import type { SalesSummary } from '@shared/contract/sales';
import { type Column, DataTable } from '../../components/data-table';
import { Meter } from '../../components/meter';
import { Panel } from '../../components/panel';
import { formatCount, formatDays, formatMoney, formatPercent } from '../../lib/format';
import classes from './models-panel.module.css';

type Model = SalesSummary['models'][number];

/** What sold by model, with what each earned and how long it stood. */
export function ModelsPanel({ summary }: { summary: SalesSummary }) {
  const total = summary.models.reduce((sum, { units }) => sum + units, 0);
  const most = Math.max(1, ...summary.models.map(({ units }) => units));
  const columns: Column<Model>[] = [
    {
      id: 'model',
      header: 'Model',
      render: ({ make, model }) => `${make} ${model}`,
      sortBy: ({ model }) => model,
    },
    {
      id: 'units',
      header: 'Units',
      isNumber: true,
      render: ({ units }) => formatCount(units),
      sortBy: ({ units }) => units,
    },
    {
      id: 'share',
      header: 'Share',
      render: ({ units }) => (
        <span className={classes.share}>
          <Meter share={units / most} width={90} />
          {formatPercent(total > 0 ? units / total : null)}
        </span>
      ),
    },
    {
      id: 'gross',
      header: 'Gross per unit',
      isNumber: true,
      render: ({ totalGrossPerUnitCents }) => formatMoney(totalGrossPerUnitCents),
      sortBy: ({ totalGrossPerUnitCents }) => totalGrossPerUnitCents,
    },
    {
      id: 'days',
      header: 'Median days to turn',
      isNumber: true,
      render: ({ medianDaysToTurn }) => formatDays(medianDaysToTurn),
      sortBy: ({ medianDaysToTurn }) => medianDaysToTurn,
    },
  ];
  return (
    <Panel title="By model" isFlush>
      <DataTable
        caption="Sales by model"
        columns={columns}
        rows={summary.models}
        rowKey={({ make, model }) => `${make} ${model}`}
        initialSort={{ id: 'units', direction: 'desc' }}
        empty="Nothing sold in this window."
        testId="sales-models"
      />
    </Panel>
  );
}
