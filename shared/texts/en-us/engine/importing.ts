/** What importing and the watched folder say: remarks, problems, advice, progress. */
export const importing = {};
