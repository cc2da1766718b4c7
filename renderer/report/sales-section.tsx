import type { ReportModel } from '@shared/contract/reports';
import type { SalesSummary } from '@shared/contract/sales';
import { formatCount, formatMoney, formatPeriod } from '../lib/format';
import { type PrintColumn, PrintTable } from './print-table';
import { Section } from './section';

type MonthRow = SalesSummary['months'][number];

/** Months newest first, new beside used. */
export function SalesSection({ model }: { model: ReportModel }) {
  return (
    <Section
      title="Sales by month"
      note="Retail and lease deals that were not reversed. The month under way is marked."
    >
      <div className="pair">
        {model.overview.sales.map(({ condition, months }) => (
          <div key={condition} className="block">
            <h3>{condition === 'new' ? 'New' : 'Used'}</h3>
            <PrintTable
              columns={COLUMNS}
              rows={months.slice(-model.request.months).reverse()}
              keyOf={(row) => row.month}
              isDense
            />
          </div>
        ))}
      </div>
    </Section>
  );
}

const COLUMNS: readonly PrintColumn<MonthRow>[] = [
  {
    header: 'Month',
    cell: (row) => `${formatPeriod(row.month)}${row.isComplete ? '' : ', so far'}`,
    width: '38%',
  },
  { header: 'Units', isNumber: true, cell: (row) => formatCount(row.units) },
  { header: 'Gross', isNumber: true, cell: (row) => formatMoney(row.totalGrossCents) },
  {
    header: 'A unit',
    isNumber: true,
    cell: (row) => formatMoney(row.units === 0 ? null : row.totalGrossCents / row.units),
  },
];
