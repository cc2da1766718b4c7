/** What a process to be killed says, line by line. */
export type OpenedState = {
  type: 'opened';
  stores: { code: string; units: number; batches: number }[];
  plans: { planId: string; lines: number }[];
  /** What a dead engine left in the database: tables of its session, staged rows, jobs that never ended. */
  leftovers: string[];
  /** Names in the data directory. */
  entries: string[];
};

/** Said after the commit; from then on a kill must not lose it. */
export type Acknowledgement =
  | { type: 'import'; storeCode: string; rows: number }
  | { type: 'plan'; planId: string }
  | { type: 'backup'; file: string };
