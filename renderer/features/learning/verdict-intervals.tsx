import type { ExplorationVerdict } from '@shared/contract/exploration';
import { formatCount, formatSigned } from '../../lib/format';
import classes from './exploration-panel.module.css';

type Row = { name: string; meaning: string; value: ExplorationVerdict['gain'] };

/** Each estimate as a mark with its 95 % interval on one axis, zero marked. */
export function VerdictIntervals({ verdict }: { verdict: ExplorationVerdict }) {
  const rows: Row[] = [
    { name: 'Earned', meaning: 'what the decisions brought', value: verdict.earned },
    {
      name: 'Inverse propensity',
      meaning: 'what the learned policy would have brought',
      value: verdict.inversePropensity,
    },
    { name: 'Doubly robust', meaning: 'the same, steadied by a model', value: verdict.doublyRobust },
    { name: 'Gain', meaning: 'doubly robust less earned', value: verdict.gain },
  ];
  const reach = Math.max(...rows.flatMap(({ value }) => [Math.abs(value.low), Math.abs(value.high)]), 0.01);
  const place = (value: number) => `${50 + (48 * value) / reach}%`;
  return (
    <table className={classes.intervals} data-testid="exploration-verdict">
      <caption className={classes.caption}>
        {formatCount(verdict.decisions)} decisions judged, {formatCount(verdict.draws)} of them drawn by
        exploration; in standard deviations of the outcome a decision, 0 is the mean outcome
      </caption>
      <tbody>
        {rows.map(({ name, meaning, value }) => (
          <tr key={name} data-gain={name === 'Gain' || undefined}>
            <th scope="row">
              {name} <span className={classes.meaning}>{meaning}</span>
            </th>
            <td className={classes.axis} aria-hidden>
              <span className={classes.zero} />
              <span
                className={classes.whisker}
                style={{ left: place(value.low), right: `calc(100% - ${place(value.high)})` }}
              />
              <span className={classes.mark} style={{ left: place(value.mean) }} />
            </td>
            <td className={classes.figure}>{write(value.mean)}</td>
            <td className={classes.range}>
              {write(value.low)} to {write(value.high)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function write(value: number): string {
  return formatSigned(value, (size) => size.toFixed(2));
}
