import { EventPublisher } from '@orpc/server';
import type { EngineEvent } from '@shared/contract/events';

type Area = Extract<EngineEvent, { type: 'dataChanged' }>['areas'][number];

/** What the engine tells its windows: job progress, and which areas' figures changed. */
export class EventHub {
  private readonly publisher = new EventPublisher<{ event: EngineEvent }>({ maxBufferedEvents: 500 });

  /** While the lock is shut nothing is told but that: titles of jobs name files. */
  isMuted = false;

  publish(event: EngineEvent): void {
    if (this.isMuted && event.type !== 'lock') return;
    this.publisher.publish('event', event);
  }

  dataChanged(...areas: Area[]): void {
    this.publish({ type: 'dataChanged', areas });
  }

  subscribe(signal: AbortSignal | undefined): AsyncGenerator<EngineEvent, void, void> {
    return this.publisher.subscribe('event', signal ? { signal } : {});
  }
}
