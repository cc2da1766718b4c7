import type { ForecastDetail } from '@shared/contract/forecast';
import { Delta } from '../../components/delta';
import { Panel } from '../../components/panel';
import { formatCount, formatDecimal, formatPeriod, formatQuantity } from '../../lib/format';
import { describeParts } from './part-words';
import classes from './why-this-number.module.css';

/** What the expected units consist of, step by step, and what to know of the history behind them. */
export function WhyThisNumber({ series }: { series: ForecastDetail }) {
  const parts = describeParts(series);
  const remarks = remarksOf(series);
  if (parts.length === 0) {
    return (
      <Panel title="Why this number" testId="forecast-why">
        <p className={classes.remark}>{series.note ?? 'There is no working of its own.'}</p>
      </Panel>
    );
  }
  const most = Math.max(...parts.map(({ units }) => Math.abs(units)), Math.abs(series.total.mean), 1e-9);
  return (
    <Panel title="Why this number" note="each step in units; they add up to the total" testId="forecast-why">
      <table className={classes.parts}>
        <caption className={classes.hidden}>What the expected units consist of</caption>
        <tbody>
          {parts.map(({ part, label, reason, units }) => (
            <tr key={part}>
              <th scope="row">
                {label}
                <span className={classes.reason}>{reason}</span>
              </th>
              <td className={classes.barCell} aria-hidden>
                <span
                  className={classes.bar}
                  data-falls={units < 0 || undefined}
                  data-base={part === 'recent_sales' || undefined}
                  style={{ width: `${(100 * Math.abs(units)) / most}%` }}
                />
              </td>
              <td className={classes.units}>
                {part === 'recent_sales' ? (
                  formatDecimal(units)
                ) : (
                  <Delta value={units} write={(value) => formatDecimal(value)} />
                )}
              </td>
            </tr>
          ))}
          <tr className={classes.total}>
            <th scope="row">Expected, next {formatQuantity(series.points.length, series.grain)}</th>
            <td className={classes.barCell} aria-hidden>
              <span
                className={classes.bar}
                data-base
                style={{ width: `${(100 * series.total.mean) / most}%` }}
              />
            </td>
            <td className={classes.units} data-testid="forecast-why-total">
              {formatDecimal(series.total.mean)}
            </td>
          </tr>
        </tbody>
      </table>
      {remarks.length > 0 && (
        <ul className={classes.remarks}>
          {remarks.map((remark) => (
            <li key={remark}>{remark}</li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function remarksOf({ details, note }: ForecastDetail): string[] {
  return [
    ...details.predecessors.map(({ name, reason }) => `Goes on with the history of ${name}: ${reason}.`),
    ...details.outliers.map(
      ({ period, units, expected }) =>
        `${formatPeriod(period)} is unusual: ${formatCount(units)} sold, about ${formatDecimal(expected)} would fit the months around it. It is used as it is.`,
    ),
    ...(note ? [`${note.charAt(0).toUpperCase()}${note.slice(1)}.`] : []),
  ];
}
