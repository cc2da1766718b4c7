/**
 * Every text of the window, by feature, in the language that is shown. A further language is a module of the same
 * type: the type checker names each text that it lacks. Numbers, dates and money follow `LOCALE`, in lib/format.
 */
import { agedUnits } from './en-us/aged-units';
import { components } from './en-us/components';
import { engine } from './en-us/engine';
import { feedback } from './en-us/feedback';
import { firstRun } from './en-us/first-run';
import { forecast } from './en-us/forecast/forecast';
import { gaps } from './en-us/gaps';
import { imports } from './en-us/imports/imports';
import { inventory } from './en-us/inventory';
import { learning } from './en-us/learning';
import { market } from './en-us/market';
import { models } from './en-us/models';
import { nouns } from './en-us/nouns';
import { orderPlan } from './en-us/order-plan/order-plan';
import { overview } from './en-us/overview';
import { replay } from './en-us/replay';
import { report } from './en-us/report/report';
import { reports } from './en-us/reports';
import { sales } from './en-us/sales';
import { screens } from './en-us/screens';
import { settings } from './en-us/settings/settings';
import { shell } from './en-us/shell';
import { terms } from './en-us/terms';
import { values } from './en-us/values';

const enUs = {
  nouns,
  values,
  models,
  components,
  shell,
  screens,
  engine,
  overview,
  inventory,
  sales,
  market,
  gaps,
  agedUnits,
  feedback,
  learning,
  replay,
  firstRun,
  terms,
  forecast,
  imports,
  reports,
  settings,
  orderPlan,
  report,
};

export type Texts = typeof enUs;
export const texts: Texts = enUs;
