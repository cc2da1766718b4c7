/** Names of the screens, and what each is for. */
export const screens = {
  overview: { label: 'Overview', about: 'What to do today' },
  inventory: { label: 'Inventory', about: 'Every unit in stock' },
  sales: { label: 'Sales', about: 'What sold, and at what gross' },
  market: { label: 'Market', about: 'Share, buyers on the map, price to market' },
  forecast: { label: 'Forecast', about: 'What will sell' },
  orderPlan: { label: 'Order plan', about: 'What to order, and why' },
  gaps: { label: 'Gaps', about: 'What to get and what to reduce' },
  agedUnits: { label: 'Aged units', about: 'What stands too long, and the way out' },
  imports: { label: 'Imports', about: 'Bring in your exports' },
  reports: { label: 'Reports', about: 'Excel and PDF' },
  feedback: { label: 'Feedback', about: 'What became of recommendations' },
  learning: { label: 'Learning', about: 'What the score weighs, and why' },
  replay: { label: 'Replay', about: 'Would DOSO have earned more?' },
  settings: { label: 'Settings', about: 'Costs, targets and limits' },
};
