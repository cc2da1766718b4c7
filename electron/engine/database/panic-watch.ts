/**
 * Postgres panics when the disk cannot keep what it wrote (a sync that fails). A server restarts then; the embedded
 * one is dead, and the next statement would never be answered. Here it is refused instead.
 */

import { AppError } from '@shared/contract/errors';
import { engineTexts } from '@shared/texts/engine-texts';

const texts = engineTexts.keeping.dataFolder;

export class PanicWatch {
  private panic: Error | null = null;

  constructor(private readonly onPanic: (error: Error) => void = () => undefined) {}

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
      const failure = stopped(error);
      this.onPanic(failure);
      throw failure;
    }
  }
}

const FULL = /no space left|disk quota exceeded/i;

function stopped(panic: Error): AppError {
  if (FULL.test(panic.message)) {
    return new AppError('DISK_FULL', texts.stoppedFull.message, {
      nextStep: texts.stoppedFull.nextStep,
    });
  }
  return new AppError('DATABASE_FAILED', texts.stopped.message(panic.message), {
    nextStep: texts.stopped.nextStep,
  });
}
