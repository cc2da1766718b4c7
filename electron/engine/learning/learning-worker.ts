/** The learning job's worker thread: nothing here touches the database, a task comes in and a result goes out. */
import { learnWeights } from './learn-weights';
import { readEvidenceTables } from './learning-frame';
import type { LearningResult, LearningTask } from './types';

export async function learnFromOutcomes(task: LearningTask): Promise<LearningResult> {
  const { decision, samples } = learnWeights(task);
  const tables = await readEvidenceTables(samples, task.active);
  return { ...decision, evidence: { ...decision.evidence, ...tables } };
}
