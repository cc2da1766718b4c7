import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { EmptyState } from '../../components/empty-state';
import { orpc } from '../../lib/engine-client';
import { useScope } from '../../lib/session-store';
import { texts } from '../../texts/texts';

const words = texts.orderPlan.screen.none;

/** The way to the first plan, which leads through a forecast. */
export function NoPlan({ onMake, isBusy }: { onMake(): void; isBusy: boolean }) {
  const scope = useScope();
  const navigate = useNavigate();
  const { data: run } = useQuery(orpc.forecast.getLatestRun.queryOptions({ input: scope }));
  const action =
    run === null ? (
      <Button onClick={() => void navigate({ to: '/forecast' })} data-testid="plan-needs-forecast">
        {words.forecastFirst}
      </Button>
    ) : (
      <Button onClick={onMake} loading={isBusy}>
        {words.make}
      </Button>
    );
  return (
    <EmptyState title={words.title} testId="no-plan" actions={action}>
      {words.about}
    </EmptyState>
  );
}
