import { createContext } from 'react';

/** Charts that are being drawn; the page is ready to print when all of them are. */
export class Drawings {
  private readonly pending: Promise<unknown>[] = [];

  constructor(readonly ink: 'color' | 'grey' = 'color') {}

  add(drawing: Promise<unknown>): void {
    this.pending.push(drawing);
  }

  /** Rejects when a chart could not be drawn: a report with a hole must not be printed. */
  async settle(): Promise<void> {
    await Promise.all(this.pending);
  }
}

export const DrawingsContext = createContext<Drawings>(new Drawings());
