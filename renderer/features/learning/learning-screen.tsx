import { Button, Select, Skeleton } from '@mantine/core';
import { learningTargetSchema, weightModelSchema } from '@shared/contract/learning';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { JobProgress } from '../../components/job-progress';
import { Panel } from '../../components/panel';
import { QueryView } from '../../components/query-view';
import { Screen } from '../../components/screen';
import { engine, orpc } from '../../lib/engine-client';
import { useScope } from '../../lib/session-store';
import { useJob } from '../../lib/use-job';
import { texts } from '../../texts/texts';
import { EvidencePanel } from './evidence-panel';
import { ExplorationPanel } from './exploration-panel';
import classes from './learning-screen.module.css';
import { MODEL_WORDS, TARGET_WORDS } from './learning-words';
import { RunsPanel } from './runs-panel';
import { VersionsPanel } from './versions-panel';
import { WeightsChart } from './weights-chart';

const words = texts.learning;

/** What the score weighs, how that came to be, and the way back. */
export function LearningScreen() {
  const scope = useScope();
  const weights = useQuery(orpc.learning.listWeights.queryOptions({ input: scope }));
  const runs = useQuery(orpc.learning.listRuns.queryOptions({ input: scope }));
  const exploration = useQuery(orpc.learning.getExploration.queryOptions({ input: scope }));
  const job = useJob('learning');
  const [target, setTarget] = useState<keyof typeof TARGET_WORDS>('balanced');
  const [model, setModel] = useState<string>('auto');
  const learn = () =>
    void job.start(() => engine.learning.start({ ...scope, target, model: weightModelSchema.parse(model) }));
  return (
    <Screen
      name="learning"
      title={words.title}
      lead={words.lead}
      actions={
        <>
          <Select
            aria-label={words.target}
            w={200}
            allowDeselect={false}
            data={Object.entries(TARGET_WORDS).map(([value, label]) => ({ value, label }))}
            value={target}
            onChange={(value) => setTarget(learningTargetSchema.catch('balanced').parse(value))}
            data-testid="learning-target"
          />
          <Select
            aria-label={words.model}
            w={190}
            allowDeselect={false}
            data={weightModelSchema.options.map((value) => ({ value, label: MODEL_WORDS[value] ?? value }))}
            value={model}
            onChange={(value) => setModel(value ?? 'auto')}
            data-testid="learning-model"
          />
          <Button loading={job.isRunning} onClick={learn} data-testid="learning-run">
            {words.learn}
          </Button>
        </>
      }
    >
      {job.isRunning && (
        <Panel>
          <JobProgress job={job.job} onCancel={job.cancel} />
        </Panel>
      )}
      <QueryView query={weights} loading={<Skeleton height={240} radius="lg" />}>
        {(versions) => (
          <>
            <div className={classes.pair}>
              <WeightsChart versions={versions} />
              <VersionsPanel versions={versions} />
            </div>
            <QueryView query={runs} loading={<Skeleton height={200} radius="lg" />}>
              {(all) => (
                <>
                  <EvidencePanel run={all[0] ?? null} />
                  {exploration.data && <ExplorationPanel exploration={exploration.data} />}
                  <RunsPanel runs={all} />
                </>
              )}
            </QueryView>
          </>
        )}
      </QueryView>
    </Screen>
  );
}
