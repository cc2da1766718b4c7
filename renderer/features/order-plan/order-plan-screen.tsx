import { Button, Skeleton, Tabs } from '@mantine/core';
import type { Plan } from '@shared/contract/plan';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { JobProgress } from '../../components/job-progress';
import { Panel } from '../../components/panel';
import { QueryView } from '../../components/query-view';
import { Question } from '../../components/question';
import { Screen } from '../../components/screen';
import { engine, orpc } from '../../lib/engine-client';
import { formatDay, formatInstant, formatQuantity } from '../../lib/format';
import { useScope } from '../../lib/session-store';
import { useJob } from '../../lib/use-job';
import { GapsPanel } from './gaps-panel';
import { LimitsPanel } from './limits-panel';
import { NoPlan } from './no-plan';
import classes from './order-plan-screen.module.css';
import { PlanForm, type PlanLimits } from './plan-form';
import { PlanLines } from './plan-lines';
import { PlanSummary } from './plan-summary';
import { isDecided } from './use-decisions';

const route = getRouteApi('/order-plan');

export function OrderPlanScreen() {
  const { tab = 'plan' } = route.useSearch();
  const navigate = route.useNavigate();
  const scope = useScope();
  const plan = useQuery(orpc.plan.getLatest.queryOptions({ input: scope }));
  const run = useJob('plan');
  const [asked, setAsked] = useState<Partial<PlanLimits> | null>(null);
  const decided = plan.data?.lines.filter(isDecided).length ?? 0;
  const start = (limits: Partial<PlanLimits>) => {
    setAsked(null);
    void run.start(() => engine.plan.start({ ...scope, ...limits }));
  };
  const make = (limits: Partial<PlanLimits>) => (decided > 0 ? setAsked(limits) : start(limits));
  return (
    <Screen
      name="order-plan"
      title="Order plan"
      isFilling
      lead={plan.data && `As of ${formatDay(plan.data.asOf)}, made ${formatInstant(plan.data.createdAt)}`}
      actions={
        <>
          <PlanForm isBusy={run.isRunning} onMake={make} />
          <Button loading={run.isRunning} onClick={() => make({})} data-testid="plan-make">
            Make plan
          </Button>
        </>
      }
    >
      {run.isRunning && (
        <Panel>
          <JobProgress job={run.job} onCancel={run.cancel} />
        </Panel>
      )}
      <Tabs
        className={classes.tabs}
        value={tab}
        onChange={(value) => void navigate({ search: { tab: value === 'gaps' ? 'gaps' : undefined } })}
      >
        <Tabs.List>
          <Tabs.Tab value="plan" data-testid="tab-plan">
            Plan
          </Tabs.Tab>
          <Tabs.Tab value="gaps" data-testid="tab-gaps">
            Gaps
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="plan" className={classes.panel}>
          <QueryView query={plan} loading={<Skeleton height="100%" radius="lg" />}>
            {(data) =>
              data ? <PlanView plan={data} /> : <NoPlan onMake={() => make({})} isBusy={run.isRunning} />
            }
          </QueryView>
        </Tabs.Panel>
        <Tabs.Panel value="gaps" className={classes.panel}>
          <GapsPanel />
        </Tabs.Panel>
      </Tabs>
      <Question
        isOpen={asked !== null}
        title="Make a new plan?"
        yes="Make plan"
        no="Keep this one"
        onYes={() => asked && start(asked)}
        onNo={() => setAsked(null)}
        testId="new-plan-question"
      >
        {formatQuantity(decided, 'line')} of this plan {decided === 1 ? 'is' : 'are'} decided. That stays on
        record, but the new plan starts with nothing decided.
      </Question>
    </Screen>
  );
}

function PlanView({ plan }: { plan: Plan }) {
  const { show = 'all' } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <>
      <PlanSummary plan={plan} />
      <div className={classes.columns}>
        <PlanLines
          key={plan.id}
          plan={plan}
          show={show}
          onShow={(next) =>
            void navigate({ search: { show: next === 'all' ? undefined : next }, replace: true })
          }
        />
        <LimitsPanel plan={plan} />
      </div>
    </>
  );
}
