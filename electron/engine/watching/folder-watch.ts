/**
 * Looks at the watched folder again and again, and imports what is complete and new. Nothing is moved or renamed:
 * the folder may be read-only, and other programs may read it too. What was dealt with is remembered in the database.
 */

import path from 'node:path';
import type { WatchSettings, WatchState } from '@shared/contract/watch';
import { engineTexts } from '@shared/texts/engine-texts';
import type { EngineContext } from '../engine-context';
import { filesOfFolder } from '../importing/find-files';
import type { NotedFile } from './import-watched-files';
import { type FolderFile, isSame, type Sighting, settleFiles } from './settled-files';
import { readWatchSettings } from './watch-settings';
import { forgetUnfinished, noteFiles, readHandled } from './watched-files';

const words = engineTexts.importing.watching;

const LOOK_MS = 30_000;
/** For how long a file must have stayed as it is. */
const QUIET_MS = 30_000;
/** A share that hangs answers no question; the screen should say so. */
const ANSWER_MS = 20_000;

type Unreachable = { readonly why: string };

export class FolderWatch {
  private context: EngineContext | undefined;
  private timer: NodeJS.Timeout | undefined;
  private sightings: readonly Sighting[] = [];
  private troubles = new Map<string, string>();
  private unreachable: string | null = null;
  private lastLookedAt: string | null = null;
  private turn: Promise<unknown> = Promise.resolve();
  private pendingRead: Promise<unknown> | null = null;
  private isRecovered = false;
  isStopping = false;

  attach(context: EngineContext): void {
    this.context = context;
  }

  /** Looks every half minute until `stop`. */
  start(): void {
    const again = () => {
      this.timer = setTimeout(() => {
        this.look()
          .catch((error: unknown) =>
            this.engine.logger.error({ error }, 'the watched folder was not looked at'),
          )
          .finally(() => this.isStopping || again());
      }, LOOK_MS);
      this.timer.unref();
    };
    again();
  }

  stop(): void {
    this.isStopping = true;
    clearTimeout(this.timer);
  }

  async state(): Promise<WatchState> {
    const settings = await readWatchSettings(this.engine.db);
    const isWatching = settings.isOn && settings.folder !== null;
    return {
      settings,
      condition: !isWatching ? 'off' : this.unreachable === null ? 'watching' : 'unreachable',
      message: isWatching ? this.unreachable : null,
      lastLookedAt: this.lastLookedAt,
      waiting: isWatching ? this.sightings.map((sighting) => this.describeWaiting(sighting)) : [],
    };
  }

  /** One look after another; returns the job that imports what was complete, or null. */
  look(quietMs: number = QUIET_MS): Promise<string | null> {
    const next = this.turn.then(() => this.lookOnce(quietMs));
    this.turn = next.catch(() => undefined);
    return next;
  }

  /** Reads the folder; what is wrong with it in words, where it cannot be read. */
  async read(folder: string): Promise<readonly FolderFile[] | Unreachable> {
    if (this.pendingRead) return { why: words.noAnswer(folder) };
    const reading = filesOfFolder(folder).then(
      ({ found }): FolderFile[] =>
        found.map(({ path: file, bytes, modifiedMs }) => ({
          file: path.relative(folder, file),
          bytes,
          modifiedMs,
        })),
      (error: NodeJS.ErrnoException): Unreachable => ({ why: describeUnreachable(folder, error) }),
    );
    this.pendingRead = reading;
    void reading.finally(() => {
      this.pendingRead = null;
    });
    return Promise.race([reading, answerInTime(folder)]);
  }

  private get engine(): EngineContext {
    if (!this.context) throw new Error('the watch is not attached to an engine');
    return this.context;
  }

  private async lookOnce(quietMs: number): Promise<string | null> {
    const { db, now } = this.engine;
    const settings = await readWatchSettings(db);
    if (!this.isRecovered) await forgetUnfinished(db);
    this.isRecovered = true;
    if (!settings.isOn || settings.folder === null || this.isStopping) {
      this.sightings = [];
      return null;
    }
    const before = this.describeSight();
    const seen = await this.read(settings.folder);
    this.lastLookedAt = now().toISOString();
    this.unreachable = 'why' in seen ? seen.why : null;
    let jobId: string | null = null;
    // What settled before an outage may have been cut off by it.
    if ('why' in seen) this.sightings = [];
    else jobId = await this.takeUp(settings, settings.folder, seen, quietMs);
    if (this.describeSight() !== before) this.engine.events.dataChanged('imports');
    return jobId;
  }

  private async takeUp(
    settings: WatchSettings,
    folder: string,
    seen: readonly FolderFile[],
    quietMs: number,
  ): Promise<string | null> {
    const { db, now } = this.engine;
    const handled = await readHandled(db, folder);
    const fresh = seen.filter((file) => {
      const earlier = handled.get(file.file);
      return !earlier || !isSame(earlier, file);
    });
    const { ready, waiting } = settleFiles(this.sightings, fresh, now().getTime(), quietMs);
    this.sightings = waiting;
    if (ready.length === 0) return null;
    const noted = { state: 'importing', message: words.beingImported } as const;
    const ids = await noteFiles(db, folder, ready, noted, now().toISOString());
    const files = ready.flatMap(({ file }, index): NotedFile[] => {
      const id = ids[index];
      return id === undefined ? [] : [{ id, file, path: path.join(folder, file) }];
    });
    return this.startJob(settings, files);
  }

  private async startJob(settings: WatchSettings, files: readonly NotedFile[]): Promise<string> {
    const [first] = files;
    const title =
      files.length === 1 && first
        ? words.job.oneFile(path.basename(first.path))
        : words.job.files(files.length, String(files.length));
    const { id } = await this.engine.jobs.start('import', title, async (handle) => {
      this.troubles.clear();
      const note = (file: string, why: string) => this.troubles.set(file, why);
      const { importWatchedFiles } = await import('./import-watched-files');
      const report = await importWatchedFiles(this.engine, files, settings, handle, note);
      this.engine.events.dataChanged('imports');
      return { report };
    });
    return id;
  }

  private describeWaiting({ file, bytes }: Sighting): WatchState['waiting'][number] {
    return {
      file,
      bytes,
      why: this.troubles.get(file) ?? (bytes === 0 ? words.emptySoFar : words.notComplete),
    };
  }

  private describeSight(): string {
    return JSON.stringify([this.unreachable, this.sightings.map(({ file, bytes }) => [file, bytes])]);
  }
}

function answerInTime(folder: string): Promise<Unreachable> {
  return new Promise((resolve) => {
    setTimeout(() => resolve({ why: words.noAnswer(folder) }), ANSWER_MS).unref();
  });
}

const REASONS: Record<string, (folder: string) => string> = {
  ENOENT: words.missing,
  ENOTDIR: words.notAFolder,
  EACCES: words.forbidden,
  EPERM: words.forbidden,
};

function describeUnreachable(folder: string, { code }: NodeJS.ErrnoException): string {
  const reason = REASONS[code ?? ''];
  return reason ? reason(folder) : words.notReadable(folder, code ?? words.unknownReason);
}
