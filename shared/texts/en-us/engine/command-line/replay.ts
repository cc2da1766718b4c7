/** `replay`. */
export const replay = {
  help: {
    replay: {
      description: 'live through the last months again under each ordering policy and compare what they earn',
      months: 'the last so many months',
      replays: 'how often, each time with other customers drawn',
      seed: 'the same seed draws the same customers',
    },
  },
  notWhole: (option: string, text: string) => `${option} must be a whole number, not "${text}".`,
  range: (low: string, high: string) => `${low} to ${high}`,
  heading: (replay: { from: string; to: string; cycles: string; replays: string; builds: string }) =>
    `${replay.from} to ${replay.to}: ${replay.cycles} orders, ${replay.replays} replays, ${replay.builds} builds.`,
  columns: [
    'Policy',
    'Net gross',
    'Against the store (95 %)',
    'Turn',
    'Stock',
    'Aged',
    'Lost sales',
    'Interest',
  ],
};
