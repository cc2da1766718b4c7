import type { ForecastDetail } from '@shared/contract/forecast';
import { Delta } from '../../components/delta';
import { Panel } from '../../components/panel';
import { formatCount, formatDecimal, formatPeriod, formatQuantity } from '../../lib/format';
import { texts } from '../../texts/texts';
import { describeParts } from './part-words';
import classes from './why-this-number.module.css';

const words = texts.forecast.series.why;

/** What the expected units consist of, step by step, and what to know of the history behind them. */
export function WhyThisNumber({ series }: { series: ForecastDetail }) {
  const parts = describeParts(series);
  const remarks = remarksOf(series);
  if (parts.length === 0) {
    return (
      <Panel title={words.title} testId="forecast-why">
        <p className={classes.remark}>{series.note ?? words.none}</p>
      </Panel>
    );
  }
  const most = Math.max(...parts.map(({ units }) => Math.abs(units)), Math.abs(series.total.mean), 1e-9);
  return (
    <Panel title={words.title} note={words.note} testId="forecast-why">
      <table className={classes.parts}>
        <caption className={classes.hidden}>{words.consistsOf}</caption>
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
            <th scope="row">{words.expected(formatQuantity(series.points.length, series.grain))}</th>
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
    ...details.predecessors.map(({ name, reason }) => words.predecessor(name, reason)),
    ...details.outliers.map(({ period, units, expected }) =>
      words.unusual(formatPeriod(period), formatCount(units), formatDecimal(expected)),
    ),
    ...(note ? [`${note.charAt(0).toUpperCase()}${note.slice(1)}.`] : []),
  ];
}
