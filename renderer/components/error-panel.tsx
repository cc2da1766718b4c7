import { Button } from '@mantine/core';
import { describeError } from '../lib/describe-error';
import { texts } from '../texts/texts';
import classes from './error-panel.module.css';
import { ToneIcon } from './tone';

const words = texts.components;

/** What failed, in words, and what to do next. */
export function ErrorPanel({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { title, message, nextStep } = describeError(error);
  return (
    <div className={classes.panel} role="alert" data-testid="error-panel">
      <ToneIcon tone="act" size={20} />
      <div>
        <strong className={classes.title}>{title}</strong>
        <p className={classes.text}>{message}</p>
        {nextStep && <p className={classes.text}>{nextStep}</p>}
        {onRetry && (
          <Button variant="default" mt={8} onClick={onRetry}>
            {words.tryAgain}
          </Button>
        )}
      </div>
    </div>
  );
}
