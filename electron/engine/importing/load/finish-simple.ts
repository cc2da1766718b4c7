/** Final steps of the kinds that are plain upserts by natural key: allocation, market facts, feedback. */
import type { ImportKind } from '@shared/contract/imports';
import type { Transaction } from 'kysely';
import type { Tables } from '../../database/tables';
import type { Changes, LoadFacts } from './load-facts';
import { matchRows, upsert } from './upsert';

type SimpleKind = Extract<ImportKind, 'allocation' | 'market' | 'feedback'>;

const TARGETS: Readonly<Record<SimpleKind, { table: string; match: string; extra: Record<string, string> }>> =
  {
    allocation: {
      table: 'allocation',
      match: 't.cycle = r.cycle and t.make = r.make and t.allocation_group = r.allocation_group',
      extra: {},
    },
    market: {
      table: 'market_fact',
      match: 't.period = r.period and t.region = r.region and t.make = r.make and t.model = r.model',
      extra: {},
    },
    feedback: {
      table: 'feedback',
      match: 't.reference = r.reference and t.build_id = r.build_id',
      extra: { build_id: 'r.build_id' },
    },
  };

export async function finishSimple(
  transaction: Transaction<Tables>,
  facts: LoadFacts,
  kind: SimpleKind,
): Promise<Changes> {
  const { table, match, extra } = TARGETS[kind];
  await matchRows(transaction, facts, table, match);
  const { added, changed } = await upsert(transaction, facts, table, { extra });
  return { added, changed, closed: 0, reversed: 0 };
}
