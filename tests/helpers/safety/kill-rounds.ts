/**
 * Kills an engine at random moments, again and again on one data directory, and holds what each next engine finds
 * against everything that was acknowledged until then.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { openBackup } from '@engine/backup/backup-file';
import type { Acknowledgement, OpenedState } from './kill-protocol';

export type KillReport = {
  kills: number;
  /** Kills that came before the engine had opened its directory. */
  whileOpening: number;
  acknowledged: Acknowledgement[];
  /** In words, each with the round it was seen in; empty when nothing was lost. */
  failures: string[];
};

type Line = OpenedState | Acknowledgement;

/** Lines said before the moment of a kill: none (it is opening), opened, an import, a plan, a backup. */
const AFTER = [1, 0, 2, 3, 1, 1, 3, 0, 2, 4];
/** About as long as a job of the target takes; a backup takes longer. */
const MOMENT_MS = [800, 500, 500, 1500, 500];

export class KillRounds {
  readonly report: KillReport = { kills: 0, whileOpening: 0, acknowledged: [], failures: [] };

  constructor(
    private readonly entry: string,
    private readonly dataDirectory: string,
    /** 0 to 1, from a seeded source. */
    private readonly random: () => number,
  ) {}

  async prepare(): Promise<void> {
    const child = this.spawn(0, 'prepare');
    const [code] = await once(child, 'exit');
    if (code !== 0) throw new Error(`the store could not be prepared (exit code ${code})`);
  }

  /**
   * Each kill comes a moment after an engine was started, had opened, or had acknowledged one or two jobs: counted
   * in what it did, so that a busy machine gets as far as an idle one.
   */
  async run(kills: number): Promise<KillReport> {
    for (let round = 1; round <= kills; round++) {
      const after = AFTER[round % AFTER.length] ?? 0;
      await this.killOnce(round, after, this.random() * (MOMENT_MS[after] ?? 500));
    }
    await this.look(kills + 1);
    await this.readBackups();
    return this.report;
  }

  /** Kills `delayMs` after so many lines were said. */
  private async killOnce(round: number, after: number, delayMs: number): Promise<void> {
    const child = this.spawn(round, 'work');
    let said = 0;
    let timer: NodeJS.Timeout | undefined;
    const count = () => {
      if (said === after) timer = setTimeout(() => child.kill('SIGKILL'), delayMs);
      said += 1;
    };
    count();
    await this.listen(child, round, count);
    clearTimeout(timer);
    this.report.kills += 1;
    if (said === 1) this.report.whileOpening += 1;
  }

  /** Opens once more, without work, to see what the last kill left. */
  private async look(round: number): Promise<void> {
    const child = this.spawn(round, 'work');
    await this.listen(child, round, () => child.kill('SIGKILL'));
  }

  private async readBackups(): Promise<void> {
    for (const one of this.report.acknowledged) {
      if (one.type !== 'backup') continue;
      const { data } = await openBackup(one.file);
      for await (const _ of data());
    }
  }

  private async listen(child: ChildProcess, round: number, onLine: () => void): Promise<void> {
    if (!child.stdout) throw new Error('the process has no stdout');
    const lines = createInterface({ input: child.stdout });
    // What was acknowledged before this engine opened is what it must hold.
    const before = [...this.report.acknowledged];
    lines.on('line', (text) => {
      const line = JSON.parse(text) as Line;
      if (line.type === 'opened') this.compare(line, before, round);
      else this.report.acknowledged.push(line);
      onLine();
    });
    const [code, signal] = await once(child, 'close');
    if (signal !== 'SIGKILL')
      this.report.failures.push(`round ${round}: the engine ended by itself (${code})`);
  }

  private compare(state: OpenedState, acknowledged: readonly Acknowledgement[], round: number): void {
    for (const failure of missing(state, acknowledged))
      this.report.failures.push(`round ${round}: ${failure}`);
  }

  private spawn(round: number, mode: 'prepare' | 'work'): ChildProcess {
    return spawn(process.execPath, [this.entry, this.dataDirectory, String(round), mode], {
      cwd: path.resolve('.'),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  }
}

/** What an engine that opened after a kill lacks, and what it has but should not. */
function missing(state: OpenedState, acknowledged: readonly Acknowledgement[]): string[] {
  const stores = new Map(state.stores.map((store) => [store.code, store]));
  const plans = new Map(state.plans.map((plan) => [plan.planId, plan]));
  const lost = acknowledged.flatMap((one) => {
    if (one.type === 'backup') return [];
    if (one.type === 'plan')
      return plans.has(one.planId) ? [] : [`plan ${one.planId} was acknowledged and is not there`];
    const units = stores.get(one.storeCode)?.units ?? 0;
    return units === one.rows
      ? []
      : [`store ${one.storeCode} has ${units} of ${one.rows} acknowledged units`];
  });
  const torn = [
    ...state.stores.filter(({ batches }) => batches !== 1).map(({ code }) => `store ${code} has no import`),
    ...state.stores
      .filter(({ code, units }) => code !== 'MAIN' && units !== 400)
      .map(({ code, units }) => `store ${code} was imported by half: ${units} units`),
    ...state.plans.filter(({ lines }) => lines === 0).map(({ planId }) => `plan ${planId} has no lines`),
  ];
  const unfinished = state.entries.filter((name) => /^backup-work|\.unpacking$/.test(name));
  return [...lost, ...torn, ...[...state.leftovers, ...unfinished].map((name) => `${name} was left behind`)];
}
