/**
 * Postgres panics when the disk cannot keep what it wrote (a sync that fails). A server restarts then; the embedded
 * one is dead, and the next statement would never be answered. Here it is refused instead.
 */
import { AppError } from '@shared/contract/errors';

export class PanicWatch {
  private panic: Error | null = null;

  get hasPanicked(): boolean {
    return this.panic !== null;
  }

  /** Throws DATABASE_FAILED at a panic and ever after. */
  async run<T>(statement: () => Promise<T>): Promise<T> {
    if (this.panic) throw stopped(this.panic);
    try {
      return await statement();
    } catch (error) {
      if (!(error instanceof Error) || (error as { severity?: unknown }).severity !== 'PANIC') throw error;
      this.panic = error;
      throw stopped(error);
    }
  }
}

function stopped(panic: Error): AppError {
  return new AppError('DATABASE_FAILED', `The database has stopped: ${panic.message}.`, {
    nextStep: 'Look to the disk, then start DOSO again: what was saved before is there.',
  });
}
