type Versions = {
  app: string;
  note: string;
  engine: string;
  postgres: number | string;
  schema: string | number;
};

/** Words of the frame of the Settings and of the page of the window itself. */
export const screen = {
  title: 'Settings',
  pages: {
    store: 'Store',
    backup: 'Backup',
    security: 'Security',
    assistant: 'Assistant',
    diagnostics: 'Diagnostics',
    window: 'Window',
  },
  leads: {
    store: 'What holding costs, what is aged, and what bounds an order',
    backup: 'So that no row is ever lost',
    security: 'What is encrypted, who keeps the key, and the lock',
    assistant: 'A language model of your choice, or none',
    diagnostics: 'What runs, what was slow, and what the log says',
    window: 'How it looks, and what runs',
  },
  window: {
    appearance: 'Appearance',
    colours: 'Colours',
    light: 'Light',
    dark: 'Dark',
    asSystem: 'As the system',
    highContrast: 'High contrast',
    about: 'About',
    version: 'Version',
    versions: ({ app, note, engine, postgres, schema }: Versions) =>
      `${app}${note && ` (${note})`}, engine ${engine}, PostgreSQL ${postgres}, schema ${schema}`,
    data: 'Data',
    dataAt: (folder: string, size: string) => `${folder}, ${size}`,
    holds: 'Holds',
    holdings: (sales: string, stays: string, orders: string, imports: string) =>
      `${sales} sales, ${stays} stays in stock, ${orders} orders, ${imports} imports`,
  },
};
