/**
 * `npm run prove -- NAME ...`: benchmarks at the full size, each figure beside its bound. A name is an area or one of its
 * benchmarks (`plan`, `plan-replay`). Writes docs/measured.md; exits 1 when a bound is missed or a benchmark could not run.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { inProject } from './project-folder.mjs';
import { say } from './run-command.mjs';
import { describeBound, formatFigures, isMissed, runFigures } from './run-figures.mjs';

const AREAS = ['import', 'forecast', 'plan', 'window', 'reports', 'safe'];
const SECTION = /<!-- area:(\w+) -->[\s\S]*?<!-- end -->/g;
const ROW = /^\| (?!figure)(.+?) \|.*\|$/gm;

const known = [
  ...AREAS,
  ...readdirSync(inProject('tests/bench'))
    .filter((file) => file.endsWith('.bench.ts'))
    .map((file) => file.slice(0, -'.bench.ts'.length)),
];
const names = process.argv.slice(2).length > 0 ? process.argv.slice(2) : AREAS;
const unknown = names.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  say(`There is nothing to measure named ${unknown.join(', ')}. Names: ${known.join(', ')}.`);
  process.exit(2);
}

const { figures, code } = await runFigures(
  names.map((name) => `tests/bench/${name}${AREAS.includes(name) ? '' : '.bench'}`),
  { DOSO_FULL_SIZE: '1' },
);
process.stdout.write(`${formatFigures(figures)}\n`);
writeMeasured(figures);
const unmeasured = names.filter((name) => !figures.some((figure) => name.startsWith(figure.area)));
for (const name of unmeasured) say(`Nothing was measured for ${name}.`);
const missed = figures.filter(isMissed).length;
say(`${figures.length} figures, ${missed} missed.`);
process.exitCode = missed > 0 || code !== 0 || unmeasured.length > 0 ? 1 : 0;

/** An area that ran whole is written anew; figures of a part replace those of the same name. */
function writeMeasured(measured) {
  const file = inProject('docs/measured.md');
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const sections = new Map([...before.matchAll(SECTION)].map((match) => [match[1], match[0]]));
  const where = `${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${cpus().length} cores`;
  for (const area of AREAS) {
    const fresh = measured.filter((figure) => figure.area === area);
    if (fresh.length === 0) continue;
    const kept = names.includes(area) ? [] : rowsOf(sections.get(area) ?? '');
    const rows = new Map([
      ...kept,
      ...fresh.map((figure) => [
        figure.name,
        `| ${figure.name} | ${figure.value} ${figure.unit} | ${describeBound(figure) || 'reported'} | ${isMissed(figure) ? 'missed' : 'held'} | ${where} |`,
      ]),
    ]);
    const table = ['| figure | measured | bound | | where |', '|---|---|---|---|---|', ...rows.values()];
    sections.set(area, [`<!-- area:${area} -->`, `## ${area}`, '', ...table, '', '<!-- end -->'].join('\n'));
  }
  const body = AREAS.map((area) => sections.get(area)).filter(Boolean);
  writeFileSync(
    file,
    `# Measured\n\nWritten by \`npm run prove\`: each figure beside its bound, and where it was measured.\n\n${body.join('\n\n')}\n`,
  );
}

function rowsOf(section) {
  return [...section.matchAll(ROW)]
    .filter((match) => !match[0].startsWith('|---'))
    .map((match) => [match[1], match[0]]);
}
