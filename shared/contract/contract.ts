/** The whole contract: one object that the engine implements and the window consumes. */
import { assistant } from './assistant';
import { backups } from './backups';
import { corrections } from './corrections';
import { departures } from './departures';
import { diagnostics } from './diagnostics';
import { events } from './events';
import { feedback } from './feedback';
import { forecast } from './forecast';
import { imports } from './imports';
import { inventory } from './inventory';
import { jobs } from './jobs';
import { learning } from './learning';
import { market } from './market';
import { notifications } from './notifications';
import { overview } from './overview';
import { plan } from './plan';
import { replay } from './replay';
import { reports } from './reports';
import { sales } from './sales';
import { security } from './security';
import { stores } from './stores';
import { system } from './system';
import { watch } from './watch';
import { workspace } from './workspace';

export const contract = {
  system,
  events,
  jobs,
  stores,
  imports,
  corrections,
  departures,
  overview,
  inventory,
  sales,
  market,
  forecast,
  plan,
  feedback,
  learning,
  replay,
  reports,
  backups,
  watch,
  security,
  diagnostics,
  workspace,
  notifications,
  assistant,
};

export type Contract = typeof contract;
