/** Types of each zone and lint: what can be known without running anything. */
import { inProject, projectFolder } from './project-folder.mjs';
import { run, say } from './run-command.mjs';

const ZONES = ['shared', 'electron', 'renderer', 'tests'];

/** Resolves with { passed, failed }: one check for each zone's types, one for lint. */
export async function runStaticChecks() {
  const checks = [
    ...ZONES.map((zone) => [
      `types of ${zone}`,
      inProject('node_modules/typescript/bin/tsc'),
      ['-p', inProject(zone)],
    ]),
    [
      'lint and format',
      inProject('node_modules/@biomejs/biome/bin/biome'),
      ['check', '--error-on-warnings', '.'],
    ],
  ];
  let failed = 0;
  for (const [name, script, args] of checks) {
    const code = await run(process.execPath, [script, ...args], { cwd: projectFolder });
    say(`${code === 0 ? 'ok  ' : 'FAIL'} ${name}`);
    if (code !== 0) failed += 1;
  }
  return { passed: checks.length - failed, failed };
}
