import type { MarketSummary } from '@shared/contract/market';
import type { ReportModel } from '@shared/contract/reports';
import { formatCount, formatMoney, formatPercent, formatPeriod, formatSigned } from '../lib/format';
import { texts } from '../texts/texts';
import { type PrintColumn, PrintTable } from './print-table';
import { Section } from './section';

const words = texts.report.review.market;

type MarketRow = MarketSummary['models'][number];

/** Segment by segment: the store's models and those that they compete with, largest first. */
export function MarketSection({ model: { market } }: { model: ReportModel }) {
  if (!market || market.newestPeriod === null) {
    return (
      <Section title={words.title} note={words.none}>
        <p>{words.noneAbout}</p>
      </Section>
    );
  }
  const segments = [...new Set(market.models.map(({ segment }) => segment))].sort();
  return (
    <Section
      title={words.title}
      note={words.note(market.region ?? words.allRegions, formatPeriod(market.newestPeriod))}
    >
      {segments.map((segment) => (
        <div key={segment} className="block">
          <h3>{segment}</h3>
          <PrintTable
            columns={COLUMNS}
            rows={market.models.filter((row) => row.segment === segment).sort((a, b) => b.units - a.units)}
            keyOf={(row) => `${row.make} ${row.model}`}
            isDense
          />
        </div>
      ))}
    </Section>
  );
}

const COLUMNS: readonly PrintColumn<MarketRow>[] = [
  {
    header: words.model,
    cell: (row) => {
      const name = `${row.make} ${row.model}`;
      return row.isOwn ? <strong>{name}</strong> : name;
    },
    width: '34%',
  },
  { header: words.units, isNumber: true, cell: (row) => formatCount(row.units) },
  { header: words.share, isNumber: true, cell: (row) => formatPercent(row.share, 1) },
  { header: words.yearBefore, isNumber: true, cell: (row) => formatPercent(row.shareYearBefore, 1) },
  {
    header: words.onYearBefore,
    isNumber: true,
    cell: (row) => formatSigned(row.trend, (value) => formatPercent(value)),
  },
  { header: words.price, isNumber: true, cell: (row) => formatMoney(row.averagePriceCents) },
  { header: words.daysSupply, isNumber: true, cell: (row) => formatCount(row.daysSupply) },
];
