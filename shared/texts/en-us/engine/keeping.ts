/** What looks after the data: backups, security, jobs, stores, the language model, and failures of the engine. */
export const keeping = {};
