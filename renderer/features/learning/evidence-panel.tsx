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
import { texts } from '../../texts/texts';
import classes from './learning-screen.module.css';
import { MODEL_WORDS, quarterWord } from './learning-words';

const words = texts.learning.evidence;

const GROUPS: Column<EvidenceGroup>[] = [
  { id: 'group', header: words.group, render: ({ group }) => quarterWord(group) },
  { id: 'score', header: words.score, isNumber: true, render: ({ meanScore }) => formatScore(meanScore) },
  { id: 'outcomes', header: words.outcomes, isNumber: true, render: ({ outcomes }) => formatCount(outcomes) },
  {
    id: 'gross',
    header: words.gross,
    isNumber: true,
    render: ({ meanGrossPerUnitCents }) => formatMoney(meanGrossPerUnitCents),
  },
  {
    id: 'days',
    header: words.days,
    isNumber: true,
    render: ({ medianDaysToTurn }) => formatDays(medianDaysToTurn),
  },
];

/** What the newest run found: its verdict, what the score was worth, and how each way of learning did. */
export function EvidencePanel({ run }: { run: LearningRun | null }) {
  if (!run) {
    return (
      <Panel title={words.title}>
        <EmptyState title={words.none} testId="no-learning">
          {words.noneAbout}
        </EmptyState>
      </Panel>
    );
  }
  const { byScoreQuarter = [] } = run.evidence;
  return (
    <Panel title={words.title} note={words.note(formatDay(run.asOf))} testId="learning-evidence">
      <p className={classes.verdict}>{run.note}</p>
      <div className={classes.pair}>
        {byScoreQuarter.length > 0 && (
          <DataTable
            caption={words.caption}
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
      header: words.way,
      render: (tried) => (
        <>
          {MODEL_WORDS[tried.model] ?? tried.model}
          {tried.model === model?.model && <strong> {words.taken}</strong>}
        </>
      ),
    },
    {
      id: 'error',
      header: words.error,
      meaning: words.errorMeans,
      isNumber: true,
      render: ({ squaredError }) => formatDecimal(squaredError, 2),
    },
  ];
  return <DataTable caption={words.tried} columns={columns} rows={best} rowKey={(row) => row.model} />;
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
