/** Words that stand with a value, for lib/format. */
export const values = {
  underOne: 'under 1',
  bytes: (size: string) => `${size} bytes`,
  kilobytes: (size: string) => `${size} KB`,
  megabytes: (size: string) => `${size} MB`,
  today: 'today',
  yesterday: 'yesterday',
  daysOld: (days: string) => `${days} days old`,
  /** A value with the interval around it. */
  withInterval: (value: string, low: string, high: string) => `${value} (${low} to ${high})`,
};
