/** The engine's entry in Electron: Postgres compiles on other threads while the rest of the code is read. */
import { compilePostgres } from './database/compile-postgres';

// Whoever opens the database hears of a failure.
compilePostgres().catch(() => undefined);
void import('./run-under-main').then(({ runUnderMain }) => runUnderMain(__dirname));
