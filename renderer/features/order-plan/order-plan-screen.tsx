import { Button, Skeleton, Tabs } from '@mantine/core';
import { narrowPlan } from '@shared/contract/narrow-plan';
import type { Plan } from '@shared/contract/plan';
import type { MovedLimit } from '@shared/contract/plan-limits';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { JobProgress } from '../../components/job-progress';
import { Panel } from '../../components/panel';
import { QueryView } from '../../components/query-view';
import { Question } from '../../components/question';
import { Screen } from '../../components/screen';
import { useDataFilter } from '../../lib/data-filter';
import { engine, orpc } from '../../lib/engine-client';
import { formatDay, formatInstant, formatQuantity } from '../../lib/format';
import { useScope } from '../../lib/session-store';
import { useJob } from '../../lib/use-job';
import { texts } from '../../texts/texts';
import { LimitsPanel } from './limits-panel';
import { LimitsTab } from './limits-tab';
import { NoPlan } from './no-plan';
import classes from './order-plan-screen.module.css';
import { PlanActions } from './plan-actions';
import { PlanForm, type PlanLimits } from './plan-form';
import { PlanLines } from './plan-lines';
import { PlanMap } from './plan-map';
import { PlanSummary } from './plan-summary';
import { isDecided } from './use-decisions';

const words = texts.orderPlan.screen;

const route = getRouteApi('/order-plan');

export function OrderPlanScreen() {
  const { tab = 'plan' } = route.useSearch();
  const navigate = route.useNavigate();
  const scope = useScope();
  const plan = useQuery(orpc.plan.getLatest.queryOptions({ input: scope }));
  const run = useJob('plan');
  const [asked, setAsked] = useState<PlanRequest | null>(null);
  const decided = plan.data?.lines.filter(isDecided).length ?? 0;
  const isOpenPlan = plan.data?.signedOffAt === null;
  const start = (limits: PlanRequest) => {
    setAsked(null);
    void run.start(() => engine.plan.start({ ...scope, ...limits }));
  };
  const make = (limits: PlanRequest) => (decided > 0 && isOpenPlan ? setAsked(limits) : start(limits));
  return (
    <Screen
      name="order-plan"
      title={words.title}
      isFilling
      lead={plan.data && words.lead(formatDay(plan.data.asOf), formatInstant(plan.data.createdAt))}
      actions={
        <>
          {plan.data && <PlanActions plan={plan.data} />}
          <PlanForm isBusy={run.isRunning} onMake={make} />
          <Button loading={run.isRunning} onClick={() => make({})} data-testid="plan-make">
            {words.make}
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
        onChange={(value) =>
          void navigate({ search: { tab: value === 'limits' || value === 'map' ? value : undefined } })
        }
      >
        <Tabs.List>
          <Tabs.Tab value="plan" data-testid="tab-plan">
            {words.tabs.plan}
          </Tabs.Tab>
          <Tabs.Tab value="limits" data-testid="tab-limits">
            {words.tabs.limits}
          </Tabs.Tab>
          <Tabs.Tab value="map" data-testid="tab-map">
            {words.tabs.map}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="plan" className={classes.panel}>
          <QueryView query={plan} loading={<Skeleton height="100%" radius="lg" />}>
            {(data) =>
              data ? <PlanView plan={data} /> : <NoPlan onMake={() => make({})} isBusy={run.isRunning} />
            }
          </QueryView>
        </Tabs.Panel>
        <Tabs.Panel value="limits" className={classes.panel}>
          {tab === 'limits' && plan.data && (
            <LimitsTab plan={plan.data} isBusy={run.isRunning} onMake={(moved) => make({ moved })} />
          )}
        </Tabs.Panel>
        <Tabs.Panel value="map" className={classes.panel}>
          {tab === 'map' && plan.data && <PlanMap plan={plan.data} />}
        </Tabs.Panel>
      </Tabs>
      <Question
        isOpen={asked !== null}
        title={words.again.title}
        yes={words.again.yes}
        no={words.again.no}
        onYes={() => asked && start(asked)}
        onNo={() => setAsked(null)}
        testId="new-plan-question"
      >
        {words.again.about(decided, formatQuantity(decided, 'line'))}
      </Question>
    </Screen>
  );
}

type PlanRequest = Partial<PlanLimits> & { moved?: MovedLimit[] };

function PlanView({ plan }: { plan: Plan }) {
  const { show = 'all' } = route.useSearch();
  const navigate = route.useNavigate();
  const filter = useDataFilter();
  const part = useMemo(() => narrowPlan(plan, filter), [plan, filter]);
  return (
    <>
      <PlanSummary plan={part} />
      <div className={classes.columns}>
        <PlanLines
          key={plan.id}
          plan={part}
          isPart={part !== plan}
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
