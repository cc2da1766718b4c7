import { formatDays } from '../lib/format';

export function Days({ value }: { value: number | null }) {
  return <span>{formatDays(value)}</span>;
}
