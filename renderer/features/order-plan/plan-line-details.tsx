import type { PlanLine } from '@shared/contract/plan';
import { Meter } from '../../components/meter';
import { formatMoney, formatScore, spellDays } from '../../lib/format';
import classes from './plan-line-details.module.css';

const PARTS: [keyof PlanLine['parts'], string][] = [
  ['gross', 'Gross'],
  ['daysToTurn', 'Days to turn'],
  ['market', 'Market'],
  ['forecast', 'Forecast'],
];

/** Why this line: the reasons, what each further unit is expected to bring, and the parts of the score. */
export function PlanLineDetails({ line }: { line: PlanLine }) {
  return (
    <div className={classes.details} data-testid="plan-line-details">
      <section>
        <h3 className={classes.title}>Why</h3>
        <ul className={classes.reasons}>
          {line.reasons.map((reason) => (
            <li key={reason}>{spellDays(reason)}</li>
          ))}
          {line.notScoredBecause && <li>Not scored because {line.notScoredBecause}.</li>}
          {line.decision?.reason && <li>Your reason: {line.decision.reason}</li>}
        </ul>
      </section>
      <section>
        <h3 className={classes.title}>Each further unit is expected to bring</h3>
        <ol className={classes.units}>
          {line.marginalValuesCents.map((cents, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a unit is its place in the order
            <li key={index} data-ordered={index < line.quantity || undefined}>
              <span>{index + 1}</span>
              <strong>{formatMoney(cents)}</strong>
              <span>{index < line.quantity ? 'ordered' : ''}</span>
            </li>
          ))}
        </ol>
      </section>
      <section>
        <h3 className={classes.title}>Score, rank among builds</h3>
        <dl className={classes.parts}>
          {PARTS.map(([part, word]) => (
            <div key={part} className={classes.part}>
              <dt>{word}</dt>
              <dd>
                {line.parts[part] === null ? (
                  'no data'
                ) : (
                  <>
                    <Meter share={line.parts[part] ?? 0} width={80} />
                    {formatScore(line.parts[part])}
                  </>
                )}
              </dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}
