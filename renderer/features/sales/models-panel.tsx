import type { SalesSummary } from '@shared/contract/sales';
import { type Column, DataTable } from '../../components/data-table';
import { Meter } from '../../components/meter';
import { Panel } from '../../components/panel';
import { formatCount, formatDays, formatMoney, formatPercent } from '../../lib/format';
import { texts } from '../../texts/texts';
import classes from './models-panel.module.css';

const words = texts.sales.models;

type Model = SalesSummary['models'][number];

/** What sold by model, with what each earned and how long it stood. */
export function ModelsPanel({ summary }: { summary: SalesSummary }) {
  const total = summary.models.reduce((sum, { units }) => sum + units, 0);
  const most = Math.max(1, ...summary.models.map(({ units }) => units));
  const columns: Column<Model>[] = [
    {
      id: 'model',
      header: words.model,
      render: ({ make, model }) => `${make} ${model}`,
      sortBy: ({ model }) => model,
    },
    {
      id: 'units',
      header: words.units,
      isNumber: true,
      render: ({ units }) => formatCount(units),
      sortBy: ({ units }) => units,
    },
    {
      id: 'share',
      header: words.share,
      render: ({ units }) => (
        <span className={classes.share}>
          <Meter share={units / most} width={90} />
          {formatPercent(total > 0 ? units / total : null)}
        </span>
      ),
    },
    {
      id: 'gross',
      header: words.gross,
      isNumber: true,
      render: ({ totalGrossPerUnitCents }) => formatMoney(totalGrossPerUnitCents),
      sortBy: ({ totalGrossPerUnitCents }) => totalGrossPerUnitCents,
    },
    {
      id: 'days',
      header: words.days,
      isNumber: true,
      render: ({ medianDaysToTurn }) => formatDays(medianDaysToTurn),
      sortBy: ({ medianDaysToTurn }) => medianDaysToTurn,
    },
  ];
  return (
    <Panel title={words.title} isFlush>
      <DataTable
        caption={words.caption}
        columns={columns}
        rows={summary.models}
        rowKey={({ make, model }) => `${make} ${model}`}
        initialSort={{ id: 'units', direction: 'desc' }}
        empty={words.empty}
        testId="sales-models"
      />
    </Panel>
  );
}
