import { events } from './events';
import { implementer } from './implementer';
import { inventory } from './inventory';
import { jobs } from './jobs';
import { market } from './market';
import { notifications } from './notifications';
import { overview } from './overview';
import { sales } from './sales';
import { security } from './security';
import { stores } from './stores';
import { system } from './system';
import { watch } from './watch';
import { workspace } from './workspace';

/**
 * Every branch of the contract, implemented; the type checker refuses a missing procedure. What the first screen does
 * not ask for is loaded by its first call: the code of readers, solvers and writers is most of the engine's, and
 * would keep the figures waiting at the start.
 */
export const router = implementer.router({
  system,
  events,
  jobs,
  stores,
  imports: implementer.imports.lazy(async () => ({ default: (await import('./imports')).imports })),
  corrections: implementer.corrections.lazy(async () => ({
    default: (await import('./corrections')).corrections,
  })),
  departures: implementer.departures.lazy(async () => ({
    default: (await import('./departures')).departures,
  })),
  overview,
  inventory,
  sales,
  market,
  forecast: implementer.forecast.lazy(async () => ({ default: (await import('./forecast')).forecast })),
  plan: implementer.plan.lazy(async () => ({ default: (await import('./plan')).plan })),
  feedback: implementer.feedback.lazy(async () => ({ default: (await import('./feedback')).feedback })),
  learning: implementer.learning.lazy(async () => ({ default: (await import('./learning')).learning })),
  replay: implementer.replay.lazy(async () => ({ default: (await import('./replay')).replay })),
  reports: implementer.reports.lazy(async () => ({ default: (await import('./reports')).reports })),
  backups: implementer.backups.lazy(async () => ({ default: (await import('./backups')).backups })),
  watch,
  workspace,
  notifications,
  assistant: implementer.assistant.lazy(async () => ({ default: (await import('./assistant')).assistant })),
  security,
  diagnostics: implementer.diagnostics.lazy(async () => ({
    default: (await import('./diagnostics')).diagnostics,
  })),
});
