import { bootstrap } from './bootstrap.mjs';
import { runStaticChecks } from './static-checks.mjs';

await bootstrap();
const { failed } = await runStaticChecks();
process.exitCode = failed > 0 ? 1 : 0;
