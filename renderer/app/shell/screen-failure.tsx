import { Button } from '@mantine/core';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { EmptyState } from '../../components/empty-state';
import { ToneIcon } from '../../components/tone';
import { texts } from '../../texts/texts';

const words = texts.shell.screenFailure;

/** A bug in one screen leaves the shell and the other screens alone. */
export function ScreenFailure({ reset }: ErrorComponentProps) {
  return (
    <EmptyState
      icon={<ToneIcon tone="act" size={28} />}
      title={words.title}
      testId="screen-failure"
      actions={<Button onClick={reset}>{texts.components.tryAgain}</Button>}
    >
      {words.about}
    </EmptyState>
  );
}
