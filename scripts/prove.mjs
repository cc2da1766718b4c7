/**
 * `npm run prove -- AREA ...`: the benchmarks of these areas at the full size, each figure beside its bound.
 * Writes docs/measured.md; exits 1 when a bound is missed or a benchmark could not run.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { inProject } from './project-folder.mjs';
import { say } from './run-command.mjs';
import { describeBound, formatFigures, isMissed, runFigures } from './run-figures.mjs';

const AREAS = ['import', 'forecast', 'plan', 'window', 'reports', 'safe'];
const MARK = /<!-- area:(\w+) -->[\s\S]*?<!-- end -->\n?/g;

const areas = process.argv.slice(2).length > 0 ? process.argv.slice(2) : AREAS;
const unknown = areas.filter((area) => !AREAS.includes(area));
if (unknown.length > 0) {
  say(`There is no area ${unknown.join(', ')}. Areas: ${AREAS.join(', ')}.`);
  process.exit(2);
}

const { figures, code } = await runFigures(
  areas.map((area) => `tests/bench/${area}`),
  { DOSO_FULL_SIZE: '1' },
);
process.stdout.write(`${formatFigures(figures)}\n`);
writeMeasured(figures);
const unmeasured = areas.filter((area) => !figures.some((figure) => figure.area === area));
for (const area of unmeasured) say(`Nothing was measured for ${area}.`);
const missed = figures.filter(isMissed).length;
say(`${figures.length} figures, ${missed} missed.`);
process.exitCode = missed > 0 || code !== 0 || unmeasured.length > 0 ? 1 : 0;

/** Keeps the sections of areas that were not measured this time. */
function writeMeasured(measured) {
  const file = inProject('docs/measured.md');
  const sections = new Map();
  if (existsSync(file))
    for (const match of readFileSync(file, 'utf8').matchAll(MARK)) sections.set(match[1], match[0]);
  const day = new Date().toISOString().slice(0, 10);
  for (const area of areas) {
    const rows = measured.filter((figure) => figure.area === area);
    if (rows.length === 0) continue;
    const lines = rows.map(
      (figure) =>
        `| ${figure.name} | ${figure.value} ${figure.unit} | ${describeBound(figure) || 'reported'} | ${isMissed(figure) ? 'missed' : 'held'} |`,
    );
    sections.set(
      area,
      [
        `<!-- area:${area} -->`,
        `## ${area}`,
        '',
        `${day}, Node ${process.versions.node}, ${cpus().length} cores.`,
        '',
        '| figure | measured | bound | |',
        '|---|---|---|---|',
        ...lines,
        '',
        '<!-- end -->',
        '',
      ].join('\n'),
    );
  }
  const body = AREAS.map((area) => sections.get(area))
    .filter(Boolean)
    .join('\n');
  writeFileSync(
    file,
    `# Measured\n\nWritten by \`npm run prove\`: each figure beside its bound, on the machine it ran on.\n\n${body}`,
  );
}
