import { Button } from '@mantine/core';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { EmptyState } from '../../components/empty-state';
import { ToneIcon } from '../../components/tone';

/** A bug in one screen leaves the shell and the other screens alone. */
export function ScreenFailure({ reset }: ErrorComponentProps) {
  return (
    <EmptyState
      icon={<ToneIcon tone="act" size={28} />}
      title="This screen could not be shown"
      testId="screen-failure"
      actions={<Button onClick={reset}>Try again</Button>}
    >
      The other screens still work and nothing that was saved is lost.
    </EmptyState>
  );
}
