import { Button, Skeleton } from '@mantine/core';
import { type OutcomeState, outcomeStateSchema } from '@shared/contract/feedback';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { EmptyState } from '../../components/empty-state';
import { JobProgress } from '../../components/job-progress';
import { Panel } from '../../components/panel';
import { QueryView } from '../../components/query-view';
import { Screen } from '../../components/screen';
import { countFilters, useDataFilter, useFilteredScope } from '../../lib/data-filter';
import { engine, orpc } from '../../lib/engine-client';
import { formatDay } from '../../lib/format';
import { useScope } from '../../lib/session-store';
import { useJob } from '../../lib/use-job';
import { texts } from '../../texts/texts';
import { FeedbackFigures } from './feedback-figures';
import { OutcomeTable } from './outcome-table';
import { RatingDialog } from './rating-dialog';
import { StateFilter } from './state-filter';

const words = texts.feedback;

const route = getRouteApi('/feedback');
const PAGE_SIZE = 100;

export function FeedbackScreen() {
  const { state, page = 0 } = route.useSearch();
  const navigate = route.useNavigate();
  const scope = useScope();
  const filtered = useFilteredScope();
  const isFiltered = countFilters(useDataFilter()) > 0;
  const [ratedId, setRatedId] = useState<string | null>(null);
  const list = useQuery(
    orpc.feedback.list.queryOptions({
      input: { ...filtered, states: state ? [state] : [], offset: page * PAGE_SIZE, limit: PAGE_SIZE },
      placeholderData: keepPreviousData,
    }),
  );
  const job = useJob('learning');
  const match = () => void job.start(() => engine.feedback.match({ ...scope }));
  const show = (next: OutcomeState | null) => void navigate({ search: { state: next ?? undefined } });
  const rated = list.data?.outcomes.find(({ id }) => id === ratedId) ?? null;
  return (
    <Screen
      name="feedback"
      title={words.title}
      isFilling
      lead={list.data && words.lead(formatDay(list.data.asOf))}
      actions={
        <Button loading={job.isRunning} onClick={match} data-testid="feedback-match">
          {words.find}
        </Button>
      }
    >
      {job.isRunning && (
        <Panel>
          <JobProgress job={job.job} onCancel={job.cancel} />
        </Panel>
      )}
      <QueryView query={list} loading={<Skeleton height="100%" radius="lg" />}>
        {(data) =>
          outcomeStateSchema.options.every((each) => (data.byState[each] ?? 0) === 0) ? (
            <NoOutcomes isFiltered={isFiltered} isBusy={job.isRunning} onMatch={match} />
          ) : (
            <>
              <FeedbackFigures />
              <Panel
                title={words.recommendations}
                isFlush
                isFilling
                actions={<StateFilter byState={data.byState} state={state ?? null} onShow={show} />}
              >
                <OutcomeTable
                  outcomes={data.outcomes}
                  total={data.total}
                  page={page}
                  pageSize={PAGE_SIZE}
                  onPage={(next) => void navigate({ search: { state, page: next || undefined } })}
                  onOpen={setRatedId}
                />
              </Panel>
            </>
          )
        }
      </QueryView>
      <RatingDialog outcome={rated} onClose={() => setRatedId(null)} />
    </Screen>
  );
}

type NoOutcomesProps = { isFiltered: boolean; isBusy: boolean; onMatch(): void };

function NoOutcomes({ isFiltered, isBusy, onMatch }: NoOutcomesProps) {
  const navigate = route.useNavigate();
  if (isFiltered) return <EmptyState title={words.noneOfFilter}>{words.noneOfFilterAbout}</EmptyState>;
  return (
    <EmptyState
      title={words.none}
      testId="no-outcomes"
      actions={
        <>
          <Button loading={isBusy} onClick={onMatch}>
            {words.find}
          </Button>
          <Button variant="default" onClick={() => void navigate({ to: '/order-plan' })}>
            {words.decide}
          </Button>
        </>
      }
    >
      {words.noneAbout}
    </EmptyState>
  );
}
