import type { Gap } from '@shared/contract/plan-gaps';
import { formatCount, formatDecimal, formatExpected, formatSigned, spellDays } from '../lib/format';
import { texts } from '../texts/texts';
import { type PrintColumn, PrintTable } from './print-table';
import { Section } from './section';

const words = texts.report.plan.gaps;

/** The widest gaps of each condition; the workbook has them all. */
const SHOWN = { new: 12, used: 8 };

export function GapsSection({ gaps }: { gaps: readonly Gap[] }) {
  const note = words.note;
  if (gaps.length === 0) {
    return (
      <Section title={words.title} note={note}>
        <p>{words.none}</p>
      </Section>
    );
  }
  return (
    <Section title={words.title} note={note}>
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
      <h3>{texts.terms.conditions[condition]}</h3>
      <PrintTable
        columns={COLUMNS}
        rows={shown}
        keyOf={(gap) => `${gap.make} ${gap.model} ${gap.trim ?? ''}`}
        isDense
      />
      {gaps.length > shown.length && (
        <p className="more">{words.more(formatCount(gaps.length - shown.length))}</p>
      )}
    </div>
  );
}

const COLUMNS: readonly PrintColumn<Gap>[] = [
  {
    header: words.model,
    cell: (gap) => [gap.make, gap.model, gap.trim].filter(Boolean).join(' '),
    width: '21%',
  },
  { header: words.gap, isNumber: true, cell: (gap) => <strong>{formatSigned(gap.gap)}</strong> },
  { header: words.here, isNumber: true, cell: (gap) => formatCount(gap.available + gap.soldWaiting) },
  { header: words.arriving, isNumber: true, cell: (gap) => formatCount(gap.arriving) },
  { header: words.left, isNumber: true, cell: (gap) => formatDecimal(gap.projected) },
  { header: words.ideal, isNumber: true, cell: (gap) => formatExpected(gap.ideal) },
  { header: words.aMonth, isNumber: true, cell: (gap) => formatDecimal(gap.monthlyDemand) },
  { header: words.daysSupply, isNumber: true, cell: (gap) => formatCount(gap.daysSupply) },
  { header: words.remark, cell: (gap) => (gap.note === null ? '' : spellDays(gap.note)), width: '38%' },
];
