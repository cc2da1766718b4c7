/** The language of the texts, by which numbers, days and money are written as well. */
export const LOCALE = 'en-US';
