import type { InventorySummary } from '@shared/contract/inventory';
import type { ReportModel } from '@shared/contract/reports';
import { formatCount, formatMoney } from '../lib/format';
import { type PrintColumn, PrintTable } from './print-table';
import { Section } from './section';

/** Used stock has a long tail of single units; the workbook has them all. */
const SHOWN_MODELS = 12;

type ModelRow = InventorySummary['models'][number];

export function ModelsSection({ model }: { model: ReportModel }) {
  const windowDays = model.overview.inventory[0]?.daysSupply.windowDays ?? 45;
  return (
    <Section
      title="Stock and sales by model"
      note={`Sales are retail and lease of the last ${windowDays} days; days supply counts available units only.`}
    >
      {model.overview.inventory.map(({ condition, models }) => (
        <div key={condition} className="block">
          <h3>{condition === 'new' ? 'New' : 'Used'}</h3>
          <PrintTable
            columns={columns(windowDays)}
            rows={models.slice(0, SHOWN_MODELS)}
            keyOf={(row) => `${row.make} ${row.model}`}
            isDense
          />
          {models.length > SHOWN_MODELS && (
            <p className="more">
              {formatCount(models.length - SHOWN_MODELS)} more models are in the workbook.
            </p>
          )}
        </div>
      ))}
    </Section>
  );
}

function columns(windowDays: number): readonly PrintColumn<ModelRow>[] {
  return [
    { header: 'Model', cell: (row) => `${row.make} ${row.model}`, width: '32%' },
    { header: 'Units', isNumber: true, cell: (row) => formatCount(row.units) },
    { header: 'Cost', isNumber: true, cell: (row) => formatMoney(row.costCents) },
    { header: 'Median age', isNumber: true, cell: (row) => formatCount(row.medianAgeDays) },
    { header: 'Aged', isNumber: true, cell: (row) => formatCount(row.agedUnits) },
    { header: 'Sold', isNumber: true, cell: (row) => formatCount(row.soldInWindow) },
    {
      header: 'Days supply',
      isNumber: true,
      cell: (row) =>
        row.daysSupply === null ? `no sales in ${windowDays} days` : formatCount(row.daysSupply),
    },
  ];
}
