import { formatSigned } from '../lib/format';
import { type Tone, toneColor } from './tone';

type Props = { value: number | null; tone?: Tone; write?: (value: number) => string };

/** A signed change. The sign carries the meaning; a tone only stresses it. */
export function Delta({ value, tone, write }: Props) {
  return (
    <span style={{ fontWeight: 600, ...(tone && { color: toneColor(tone) }) }}>
      {formatSigned(value, write)}
    </span>
  );
}
