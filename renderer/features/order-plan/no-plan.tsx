import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { EmptyState } from '../../components/empty-state';
import { orpc } from '../../lib/engine-client';
import { useScope } from '../../lib/session-store';

/** The way to the first plan, which leads through a forecast. */
export function NoPlan({ onMake, isBusy }: { onMake(): void; isBusy: boolean }) {
  const scope = useScope();
  const navigate = useNavigate();
  const { data: run } = useQuery(orpc.forecast.getLatestRun.queryOptions({ input: scope }));
  const action =
    run === null ? (
      <Button onClick={() => void navigate({ to: '/forecast' })} data-testid="plan-needs-forecast">
        Run the forecast first
      </Button>
    ) : (
      <Button onClick={onMake} loading={isBusy}>
        Make the first plan
      </Button>
    );
  return (
    <EmptyState title="No order plan yet" testId="no-plan" actions={action}>
      The plan weighs what each further unit is expected to earn against its cost, within your budget, places
      and allocation. It rests on the forecast by month.
    </EmptyState>
  );
}
