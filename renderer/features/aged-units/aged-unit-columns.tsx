import type { AgedUnit, UnitAction } from '@shared/contract/aged-units';
import type { Column } from '../../components/data-table';
import { StatusPill } from '../../components/status-pill';
import { formatCount, formatMoney, formatPercent, formatShortDay } from '../../lib/format';
import { ACTION_TONES, ACTION_WORDS } from './action-words';

const netOf = ({ options }: AgedUnit, action: UnitAction) =>
  options.find((option) => option.action === action)?.netCents ?? null;

function optionColumn(action: UnitAction): Column<AgedUnit> {
  return {
    id: action,
    header: action === 'trade' ? 'Trade' : ACTION_WORDS[action],
    meaning: 'Expected gross from today on less holding; a dash where it cannot be done',
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
    header: 'Stock',
    render: ({ stockNumber, vin }) => stockNumber ?? vin?.slice(-8) ?? '',
    sortBy: ({ stockNumber }) => stockNumber,
  },
  {
    id: 'unit',
    header: 'Unit',
    render: ({ build }) =>
      [build.modelYear, build.model, build.trim, build.drivetrain].filter(Boolean).join(' '),
    sortBy: ({ build }) => `${build.model} ${build.trim ?? ''}`,
  },
  {
    id: 'age',
    header: 'Days',
    isNumber: true,
    render: ({ ageDays }) => formatCount(ageDays),
    sortBy: ({ ageDays }) => ageDays,
  },
  {
    id: 'best',
    header: 'Best',
    render: ({ best }) => <StatusPill tone={ACTION_TONES[best]}>{ACTION_WORDS[best]}</StatusPill>,
    sortBy: ({ best }) => best,
  },
  {
    id: 'stake',
    header: 'At stake',
    meaning: 'What the best way out brings over holding on',
    isNumber: true,
    render: ({ stakeCents }) => <strong>{formatMoney(stakeCents)}</strong>,
    sortBy: ({ stakeCents }) => stakeCents,
  },
  ...(['hold', 'reprice', 'trade', 'wholesale'] as const).map(optionColumn),
  {
    id: 'chance',
    header: 'Sells in 30 d',
    meaning: 'Chance of a sale in 30 days as it stands, from the store’s own sales and unsold units',
    isNumber: true,
    render: ({ chanceInMonth }) => formatPercent(chanceInMonth),
    sortBy: ({ chanceInMonth }) => chanceInMonth,
  },
];

/** Shown where a repayment is due. */
export const REPAYMENT_COLUMN: Column<AgedUnit> = {
  id: 'due',
  header: 'To repay',
  meaning: 'Repayment of the floor plan within 30 days',
  isNumber: true,
  render: ({ curtailment }) =>
    curtailment && `${formatMoney(curtailment.amountCents)}, ${formatShortDay(curtailment.dueOn)}`,
  sortBy: ({ curtailment }) => curtailment?.amountCents ?? 0,
};
