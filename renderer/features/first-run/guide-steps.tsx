import { texts } from '../../texts/texts';
import classes from './guide-steps.module.css';

const words = texts.firstRun;
const STEPS = Object.values(words.steps);

/** The four steps in a row, the present one marked. */
export function GuideSteps({ step }: { step: number }) {
  return (
    <ol className={classes.steps} aria-label={words.step(step, STEPS.length)} data-testid="guide-steps">
      {STEPS.map((name, index) => (
        <li
          key={name}
          className={classes.step}
          data-state={index + 1 === step ? 'now' : index + 1 < step ? 'done' : 'later'}
          aria-current={index + 1 === step ? 'step' : undefined}
        >
          <span className={classes.number}>{index + 1}</span>
          {name}
        </li>
      ))}
    </ol>
  );
}
