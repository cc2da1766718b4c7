import { desktop } from '@shared/texts/en-us/desktop';

const names = desktop.screens;

/** Names of the screens, and what each is for. */
export const screens = {
  overview: { label: names.overview, about: 'What to do today' },
  inventory: { label: names.inventory, about: 'Every unit in stock' },
  sales: { label: names.sales, about: 'What sold, and at what gross' },
  market: { label: names.market, about: 'Share, buyers on the map, price to market' },
  forecast: { label: names.forecast, about: 'What will sell' },
  orderPlan: { label: names['order-plan'], about: 'What to order, and why' },
  gaps: { label: names.gaps, about: 'What to get and what to reduce' },
  agedUnits: { label: names['aged-units'], about: 'What stands too long, and the way out' },
  imports: { label: names.imports, about: 'Bring in your exports' },
  reports: { label: names.reports, about: 'Excel and PDF' },
  feedback: { label: names.feedback, about: 'What became of recommendations' },
  learning: { label: names.learning, about: 'What the score weighs, and why' },
  replay: { label: names.replay, about: 'Would DOSO have earned more?' },
  settings: { label: names.settings, about: 'Costs, targets and limits' },
};
