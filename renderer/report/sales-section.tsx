import type { ReportModel } from '@shared/contract/reports';
import type { SalesSummary } from '@shared/contract/sales';
import { formatCount, formatMoney, formatPeriod } from '../lib/format';
import { texts } from '../texts/texts';
import { type PrintColumn, PrintTable } from './print-table';
import { Section } from './section';

const words = texts.report.review.sales;

type MonthRow = SalesSummary['months'][number];

/** Months newest first, new beside used. */
export function SalesSection({ model }: { model: ReportModel }) {
  return (
    <Section title={words.title} note={words.note}>
      <div className="pair">
        {model.overview.sales.map(({ condition, months }) => (
          <div key={condition} className="block">
            <h3>{texts.terms.conditions[condition]}</h3>
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
    header: words.month,
    cell: (row) => (row.isComplete ? formatPeriod(row.month) : words.soFar(formatPeriod(row.month))),
    width: '38%',
  },
  { header: words.units, isNumber: true, cell: (row) => formatCount(row.units) },
  { header: words.gross, isNumber: true, cell: (row) => formatMoney(row.totalGrossCents) },
  {
    header: words.aUnit,
    isNumber: true,
    cell: (row) => formatMoney(row.units === 0 ? null : row.totalGrossCents / row.units),
  },
];
