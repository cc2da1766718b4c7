/** `npm run --silent doso -- COMMAND`: the engine in plain Node. Results on stdout, words on stderr. */
import { bootstrap } from './bootstrap.mjs';
import { inProject } from './project-folder.mjs';
import { run } from './run-command.mjs';

await bootstrap();
process.exitCode = await run(process.execPath, [inProject('out/main/cli.js'), ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, DOSO_PRINT_HELPER: inProject('scripts/print-report.mjs') },
});
