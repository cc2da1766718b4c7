/** Adjustments of a forecast by hand. */
export const adjustments = {
  columns: ['Id', 'Series', 'From', 'To', 'Change', 'State', 'Without', 'With', 'Reason'],
  none: 'Nothing was adjusted by hand.',
  incomplete: '--adjust needs --change (like +20% or -3) and --reason.',
  noForecast: {
    week: 'There is no forecast by week to adjust.',
    month: 'There is no forecast by month to adjust.',
    nextStep: 'Run the forecast first.',
  },
  notForecast: (series: string) => `${series} has no forecast to adjust.`,
  badChange: (text: string) => `--change must be like +20% or -3 (units a period), not "${text}".`,
  inForce: 'in force',
  takenBack: 'taken back',
  units: (change: string) => `${change} units a period`,
  share: (change: string) => `${change} %`,
};
