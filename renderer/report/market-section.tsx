import type { MarketSummary } from '@shared/contract/market';
import type { ReportModel } from '@shared/contract/reports';
import { formatCount, formatMoney, formatPercent, formatPeriod, formatSigned } from '../lib/format';
import { type PrintColumn, PrintTable } from './print-table';
import { Section } from './section';

type MarketRow = MarketSummary['models'][number];

/** Segment by segment: the store's models and those that they compete with, largest first. */
export function MarketSection({ model: { market } }: { model: ReportModel }) {
  if (!market || market.newestPeriod === null) {
    return (
      <Section title="Market" note="No market file was imported yet.">
        <p>Import registrations or sales of the market, and this page shows share and trend.</p>
      </Section>
    );
  }
  const segments = [...new Set(market.models.map(({ segment }) => segment))].sort();
  return (
    <Section
      title="Market"
      note={`${market.region ?? 'All regions'}, the three months to ${formatPeriod(market.newestPeriod)}. Models of the store are in bold.`}
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
    header: 'Model',
    cell: (row) => {
      const name = `${row.make} ${row.model}`;
      return row.isOwn ? <strong>{name}</strong> : name;
    },
    width: '34%',
  },
  { header: 'Units', isNumber: true, cell: (row) => formatCount(row.units) },
  { header: 'Share', isNumber: true, cell: (row) => formatPercent(row.share, 1) },
  { header: 'A year before', isNumber: true, cell: (row) => formatPercent(row.shareYearBefore, 1) },
  {
    header: 'Units on a year before',
    isNumber: true,
    cell: (row) => formatSigned(row.trend, (value) => formatPercent(value)),
  },
  { header: 'Average price', isNumber: true, cell: (row) => formatMoney(row.averagePriceCents) },
  { header: 'Days supply', isNumber: true, cell: (row) => formatCount(row.daysSupply) },
];
