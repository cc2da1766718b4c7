import type { EvidenceGroup, LearningEvidence, LearningRun } from '@shared/contract/learning';
import { type Column, DataTable } from '../../components/data-table';
import { EmptyState } from '../../components/empty-state';
import { Panel } from '../../components/panel';
import {
  formatCount,
  formatDay,
  formatDays,
  formatDecimal,
  formatMoney,
  formatScore,
} from '../../lib/format';
import classes from './learning-screen.module.css';
import { MODEL_WORDS, quarterWord } from './learning-words';

const GROUPS: Column<EvidenceGroup>[] = [
  { id: 'group', header: 'Score', render: ({ group }) => quarterWord(group) },
  { id: 'score', header: 'Mean score', isNumber: true, render: ({ meanScore }) => formatScore(meanScore) },
  { id: 'outcomes', header: 'Outcomes', isNumber: true, render: ({ outcomes }) => formatCount(outcomes) },
  {
    id: 'gross',
    header: 'Gross per unit',
    isNumber: true,
    render: ({ meanGrossPerUnitCents }) => formatMoney(meanGrossPerUnitCents),
  },
  {
    id: 'days',
    header: 'Median days',
    isNumber: true,
    render: ({ medianDaysToTurn }) => formatDays(medianDaysToTurn),
  },
];

/** What the newest run found: its verdict, what the score was worth, and how each way of learning did. */
export function EvidencePanel({ run }: { run: LearningRun | null }) {
  if (!run) {
    return (
      <Panel title="Evidence">
        <EmptyState title="Nothing learned yet" testId="no-learning">
          Learning needs 60 outcomes: ordered, arrived, all sold. New weights are used only when they predict
          later outcomes better, with 95 % confidence.
        </EmptyState>
      </Panel>
    );
  }
  const { byScoreQuarter = [] } = run.evidence;
  return (
    <Panel title="Evidence" note={`as of ${formatDay(run.asOf)}`} testId="learning-evidence">
      <p className={classes.verdict}>{run.note}</p>
      <div className={classes.pair}>
        {byScoreQuarter.length > 0 && (
          <DataTable
            caption="What the score under the weights in use was worth"
            columns={GROUPS}
            rows={byScoreQuarter}
            rowKey={({ group }) => group}
          />
        )}
        <ModelsTried evidence={run.evidence} />
      </div>
    </Panel>
  );
}

type Tried = NonNullable<LearningEvidence['models']>[number];

function ModelsTried({ evidence }: { evidence: LearningEvidence }) {
  const { models = [], model } = evidence;
  const best = bestByModel(models);
  if (best.length < 2) return null;
  const columns: Column<Tried>[] = [
    {
      id: 'model',
      header: 'Way of finding weights',
      render: (tried) => (
        <>
          {MODEL_WORDS[tried.model] ?? tried.model}
          {tried.model === model?.model && <strong> (taken)</strong>}
        </>
      ),
    },
    {
      id: 'error',
      header: 'Squared error on later outcomes',
      meaning: 'In units of the target’s variance: below 1 is better than the mean',
      isNumber: true,
      render: ({ squaredError }) => formatDecimal(squaredError, 2),
    },
  ];
  return (
    <DataTable caption="Ways of finding weights" columns={columns} rows={best} rowKey={(row) => row.model} />
  );
}

/** Each way once, at the strength that did best. */
function bestByModel(models: readonly Tried[]): Tried[] {
  const best = new Map<string, Tried>();
  for (const tried of models) {
    const before = best.get(tried.model)?.squaredError ?? Number.POSITIVE_INFINITY;
    if ((tried.squaredError ?? Number.POSITIVE_INFINITY) < before || !best.has(tried.model))
      best.set(tried.model, tried);
  }
  return [...best.values()];
}
