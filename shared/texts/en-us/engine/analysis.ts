/** What the analysis of stock, sales, market and forecasts says: actions, notes, explanations. */
export const analysis = {};
