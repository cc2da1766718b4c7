import type { Cents } from '@shared/domain/money';
import { formatMoney, formatMoneyCompact } from '../lib/format';

/** An amount; shortened ones carry the whole dollars as their title. */
export function Money({ cents, isCompact = false }: { cents: Cents | null; isCompact?: boolean }) {
  if (!isCompact) return <span>{formatMoney(cents)}</span>;
  return <span title={formatMoney(cents)}>{formatMoneyCompact(cents)}</span>;
}
