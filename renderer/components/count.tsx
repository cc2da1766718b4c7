import { formatCount, formatQuantity, type Noun } from '../lib/format';

/** A number of things, with their name when `noun` is given: `240 units`. */
export function Count({ value, noun }: { value: number | null; noun?: Noun }) {
  return <span>{noun && value !== null ? formatQuantity(value, noun) : formatCount(value)}</span>;
}
