/** What the analysis of stock, sales, market and forecasts says: actions, notes, explanations. */
export const analysis = {
  /** The date that a sale counts on. */
  saleDateField: 'contract date, else accounting, else delivery',
};
