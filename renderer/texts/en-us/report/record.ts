import { figures } from './figures';

/** Words of the printed report: what was learned and imported, and where its figures come from. */
export const record = {
  imports: {
    atLine: (line: string, problem: string) => `Line ${line}: ${problem}`,
    title: 'Import reconciliation',
    note: 'Rows read = accepted + repaired + unchanged + ignored + rejected, file by file, newest first.',
    none: 'Nothing was imported yet.',
    more: (problems: string) => `${problems} more are on the Imports screen.`,
    file: 'File',
    kind: 'Kind',
    kinds: {
      inventory: 'inventory',
      sales: 'sales',
      orders: 'orders',
      allocation: 'allocation',
      market: 'market',
      feedback: 'feedback',
    },
    asOf: 'As of',
    read: 'Read',
    accepted: 'Accepted',
    repaired: 'Repaired',
    unchanged: 'Unchanged',
    ignored: 'Ignored',
    rejected: 'Rejected',
  },
  learning: {
    title: 'Learning',
    note: 'What became of recommendations, and the weights of the score that followed from it.',
    none: 'No recommendation has an outcome yet.',
    outcomes: (of: {
      outcomes: string;
      accepted: string;
      changed: string;
      declined: string;
      sold: string;
      ordered: string;
      days: string;
      gross: string;
      aged: string;
    }) =>
      `${of.outcomes} with an outcome: ${of.accepted} accepted, ${of.changed} changed, ${of.declined} declined. ${of.sold} of ${of.ordered} units sold, in ${of.days} (median) at ${of.gross} a unit; ${of.aged} aged.`,
    weights: 'Weights, newest first',
    tried: 'What was tried',
    version: 'Version',
    inUse: (version: number) => `${version}, in use`,
    gross: 'Gross',
    daysToTurn: 'Days to turn',
    market: 'Market',
    forecast: 'Forecast',
    tilt: 'Tilt',
    why: 'Why',
    asOf: 'As of',
    target: 'Target',
    taken: 'Taken',
    yes: 'yes',
    no: 'no',
    evidence: 'Evidence',
  },
  replay: {
    title: 'Replay of past months',
    none: 'What other ways to order would have earned.',
    noneAbout: 'No replay was run yet.',
    note: (of: { from: string; to: string; orders: string; times: string; seed: number }) =>
      `${of.from} to ${of.to}, ${of.orders}, lived through ${of.times} with other customers drawn (seed ${of.seed}). Every policy meets the same customers. Means, with 95 % intervals of the difference.`,
    policy: 'Way to order',
    net: 'Net gross',
    difference: 'Against the store',
    turn: 'Turn',
    stock: 'Mean stock',
    sold: 'Sold',
    lost: 'Lost',
    aged: 'Aged',
    interest: 'Interest',
  },
  sources: {
    figures,
    title: 'Where the figures come from',
    note: (at: string, asOf: string) =>
      `Computed ${at} from the store's own exports, as of ${asOf}. New and used are never blended. How each figure is computed is in the workbook.`,
    figure: 'Figure',
    population: 'Population',
    window: 'Window',
    dateUsed: 'Date used',
    sample: 'n new / used',
    forNew: (note: string) => `new: ${note}`,
    forUsed: (note: string) => `used: ${note}`,
    dataDate: 'data date',
    days: (days: number) => `${days} days`,
  },
};
