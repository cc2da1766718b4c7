import type { InventorySummary } from '@shared/contract/inventory';
import type { ReportModel } from '@shared/contract/reports';
import { formatCount, formatMoney } from '../lib/format';
import { texts } from '../texts/texts';
import { type PrintColumn, PrintTable } from './print-table';
import { Section } from './section';

const words = texts.report.review.models;

/** Used stock has a long tail of single units; the workbook has them all. */
const SHOWN_MODELS = 12;

type ModelRow = InventorySummary['models'][number];

export function ModelsSection({ model }: { model: ReportModel }) {
  const windowDays = model.overview.inventory[0]?.daysSupply.windowDays ?? 45;
  return (
    <Section title={words.title} note={words.note(windowDays)}>
      {model.overview.inventory.map(({ condition, models }) => (
        <div key={condition} className="block">
          <h3>{texts.terms.conditions[condition]}</h3>
          <PrintTable
            columns={columns(windowDays)}
            rows={models.slice(0, SHOWN_MODELS)}
            keyOf={(row) => `${row.make} ${row.model}`}
            isDense
          />
          {models.length > SHOWN_MODELS && (
            <p className="more">{words.more(formatCount(models.length - SHOWN_MODELS))}</p>
          )}
        </div>
      ))}
    </Section>
  );
}

function columns(windowDays: number): readonly PrintColumn<ModelRow>[] {
  return [
    { header: words.model, cell: (row) => `${row.make} ${row.model}`, width: '32%' },
    { header: words.units, isNumber: true, cell: (row) => formatCount(row.units) },
    { header: words.cost, isNumber: true, cell: (row) => formatMoney(row.costCents) },
    { header: words.medianAge, isNumber: true, cell: (row) => formatCount(row.medianAgeDays) },
    { header: words.aged, isNumber: true, cell: (row) => formatCount(row.agedUnits) },
    { header: words.sold, isNumber: true, cell: (row) => formatCount(row.soldInWindow) },
    {
      header: words.daysSupply,
      isNumber: true,
      cell: (row) => (row.daysSupply === null ? words.noSales(windowDays) : formatCount(row.daysSupply)),
    },
  ];
}
