/** `cycle`: the summary of the whole loop. */
export const cycle = {
  help: {
    cycle: {
      description: 'the whole loop: import, forecast, plan, feedback, learn, report',
      file: 'files to import',
      report: 'write a report, .xlsx or .pdf; may be given again',
    },
  },
  job: 'Run the whole cycle',
  report: (path: string) => `Report: ${path}`,
  store: (name: string, day: string) => `${name} as of ${day}`,
  noDaysSupply: 'no days supply',
  daysSupply: (days: string) => `${days} days’ supply`,
  stock: (stock: { condition: string; units: string; cost: string; supply: string }) =>
    `Stock, ${stock.condition}: ${stock.units} units, ${stock.cost} at cost, ${stock.supply}`,
  forecast: (id: string, series: string, better: string) =>
    `Forecast ${id}: ${series} series, ${better} better than seasonal naive in back-test`,
  plan: (plan: { id: string; units: string; cost: string; net: string }) =>
    `Order plan ${plan.id}: ${plan.units} units, ${plan.cost}, expected net ${plan.net}`,
  learning: (note: string) => `Learning: ${note}`,
  refused: (file: string, message: string) => `${file}: ${message}`,
};
