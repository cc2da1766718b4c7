import type { Gap } from '@shared/contract/plan-gaps';
import { formatCount, formatDecimal, formatExpected, formatSigned, spellDays } from '../lib/format';
import { type PrintColumn, PrintTable } from './print-table';
import { Section } from './section';

/** The widest gaps of each condition; the workbook has them all. */
const SHOWN = { new: 12, used: 8 };

export function GapsSection({ gaps }: { gaps: readonly Gap[] }) {
  const note =
    'On the day an order placed today arrives (used: today): what will be left of stock and arrivals after expected sales, against the ideal that the forecast calls for. + get, − reduce. A month: units expected to sell.';
  if (gaps.length === 0) {
    return (
      <Section title="Gaps to the ideal mix" note={note}>
        <p>Gaps need a forecast.</p>
      </Section>
    );
  }
  return (
    <Section title="Gaps to the ideal mix" note={note}>
      {(['new', 'used'] as const).map((condition) => (
        <GapTable
          key={condition}
          condition={condition}
          gaps={gaps.filter((gap) => gap.condition === condition)}
        />
      ))}
    </Section>
  );
}

function GapTable({ condition, gaps }: { condition: 'new' | 'used'; gaps: readonly Gap[] }) {
  if (gaps.length === 0) return null;
  const shown = [...gaps].sort((a, b) => Math.abs(b.gap) - Math.abs(a.gap)).slice(0, SHOWN[condition]);
  return (
    <div className="block">
      <h3>{condition === 'new' ? 'New' : 'Used'}</h3>
      <PrintTable
        columns={COLUMNS}
        rows={shown}
        keyOf={(gap) => `${gap.make} ${gap.model} ${gap.trim ?? ''}`}
        isDense
      />
      {gaps.length > shown.length && (
        <p className="more">{formatCount(gaps.length - shown.length)} smaller gaps are in the workbook.</p>
      )}
    </div>
  );
}

const COLUMNS: readonly PrintColumn<Gap>[] = [
  { header: 'Model', cell: (gap) => [gap.make, gap.model, gap.trim].filter(Boolean).join(' '), width: '21%' },
  { header: 'Gap', isNumber: true, cell: (gap) => <strong>{formatSigned(gap.gap)}</strong> },
  { header: 'Here', isNumber: true, cell: (gap) => formatCount(gap.available + gap.soldWaiting) },
  { header: 'Arriving', isNumber: true, cell: (gap) => formatCount(gap.arriving) },
  { header: 'Left then', isNumber: true, cell: (gap) => formatDecimal(gap.projected) },
  { header: 'Ideal then', isNumber: true, cell: (gap) => formatExpected(gap.ideal) },
  { header: 'A month', isNumber: true, cell: (gap) => formatDecimal(gap.monthlyDemand) },
  { header: 'Days supply', isNumber: true, cell: (gap) => formatCount(gap.daysSupply) },
  { header: 'Remark', cell: (gap) => (gap.note === null ? '' : spellDays(gap.note)), width: '38%' },
];
