import type { AgedUnit, UnitAction } from '@shared/contract/aged-units';
import type { Column } from '../../components/data-table';
import { StatusPill } from '../../components/status-pill';
import { formatCount, formatMoney, formatPercent, formatShortDay } from '../../lib/format';
import { texts } from '../../texts/texts';
import { ACTION_TONES, ACTION_WORDS } from './action-words';

const words = texts.agedUnits.columns;

const netOf = ({ options }: AgedUnit, action: UnitAction) =>
  options.find((option) => option.action === action)?.netCents ?? null;

function optionColumn(action: UnitAction): Column<AgedUnit> {
  return {
    id: action,
    header: ACTION_WORDS[action],
    meaning: words.optionMeans,
    isNumber: true,
    render: (unit) => {
      const net = formatMoney(netOf(unit, action));
      return unit.best === action ? <strong>{net}</strong> : net;
    },
    sortBy: (unit) => netOf(unit, action),
  };
}

export const AGED_UNIT_COLUMNS: Column<AgedUnit>[] = [
  {
    id: 'stock',
    header: words.stock,
    render: ({ stockNumber, vin }) => stockNumber ?? vin?.slice(-8) ?? '',
    sortBy: ({ stockNumber }) => stockNumber,
  },
  {
    id: 'unit',
    header: words.unit,
    render: ({ build }) =>
      [build.modelYear, build.model, build.trim, build.drivetrain].filter(Boolean).join(' '),
    sortBy: ({ build }) => `${build.model} ${build.trim ?? ''}`,
  },
  {
    id: 'age',
    header: words.age,
    isNumber: true,
    render: ({ ageDays }) => formatCount(ageDays),
    sortBy: ({ ageDays }) => ageDays,
  },
  {
    id: 'best',
    header: words.best,
    render: ({ best }) => <StatusPill tone={ACTION_TONES[best]}>{ACTION_WORDS[best]}</StatusPill>,
    sortBy: ({ best }) => best,
  },
  {
    id: 'stake',
    header: words.stake,
    meaning: words.stakeMeans,
    isNumber: true,
    render: ({ stakeCents }) => <strong>{formatMoney(stakeCents)}</strong>,
    sortBy: ({ stakeCents }) => stakeCents,
  },
  ...(['hold', 'reprice', 'trade', 'wholesale'] as const).map(optionColumn),
  {
    id: 'chance',
    header: words.chance,
    meaning: words.chanceMeans,
    isNumber: true,
    render: ({ chanceInMonth }) => formatPercent(chanceInMonth),
    sortBy: ({ chanceInMonth }) => chanceInMonth,
  },
];

/** Shown where a repayment is due. */
export const REPAYMENT_COLUMN: Column<AgedUnit> = {
  id: 'due',
  header: words.due,
  meaning: words.dueMeans,
  isNumber: true,
  render: ({ curtailment }) =>
    curtailment && words.dueOn(formatMoney(curtailment.amountCents), formatShortDay(curtailment.dueOn)),
  sortBy: ({ curtailment }) => curtailment?.amountCents ?? 0,
};
