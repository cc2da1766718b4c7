import type { ExplorationVerdict } from '@shared/contract/exploration';
import { DrawnChart } from '../../components/drawn-chart';
import { formatCount, formatDecimal, formatSigned } from '../../lib/format';
import { texts } from '../../texts/texts';
import classes from './exploration-panel.module.css';

const words = texts.learning.verdict;

const ROWS = ['earned', 'inversePropensity', 'doublyRobust', 'gain'] as const;

/** Each estimate as a mark with its 95 % interval on one axis, zero marked. */
export function VerdictIntervals({ verdict }: { verdict: ExplorationVerdict }) {
  const rows = ROWS.map((name) => ({ name, ...words[name], value: verdict[name] }));
  const reach = Math.max(...rows.flatMap(({ value }) => [Math.abs(value.low), Math.abs(value.high)]), 0.01);
  const place = (value: number) => `${50 + (48 * value) / reach}%`;
  return (
    <DrawnChart
      name="verdict"
      title={words.title}
      table={{
        columns: [words.columns.estimate, words.columns.mean, words.columns.low, words.columns.high],
        rows: rows.map(({ label, value }) => [label, ...[value.mean, value.low, value.high].map(write)]),
      }}
    >
      <table className={classes.intervals} data-testid="exploration-verdict">
        <caption className={classes.caption}>
          {words.caption(formatCount(verdict.decisions), formatCount(verdict.draws))}
        </caption>
        <tbody>
          {rows.map(({ name, label, meaning, value }) => (
            <tr key={name} data-gain={name === 'gain' || undefined}>
              <th scope="row">
                {label} <span className={classes.meaning}>{meaning}</span>
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
              <td className={classes.range}>{words.range(write(value.low), write(value.high))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </DrawnChart>
  );
}

function write(value: number): string {
  return formatSigned(value, (size) => formatDecimal(size, 2));
}
