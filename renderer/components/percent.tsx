import { formatPercent } from '../lib/format';

/** A share of 1. */
export function Percent({ share, digits = 0 }: { share: number | null; digits?: 0 | 1 }) {
  return <span>{formatPercent(share, digits)}</span>;
}
