/**
 * Walks every import of the product and names each edge that the design forbids:
 * shared/domain <- shared/contract <- { engine, renderer }; pure folders stay pure.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const IMPORT =
  /(?:^|\n)\s*(?:import|export)\b[^'"\n]*?(?:\{[^}]*\}[^'"\n]*?)?from\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)\s*import\s*['"]([^'"]+)['"]/g;

type Edge = { from: string; to: string };
type Rule = { name: string; allows: (edge: Edge) => boolean };

const isIn = (file: string, ...folders: string[]) => folders.some((folder) => file.startsWith(`${folder}/`));
const isPackage = (target: string) => !/^(shared|electron|renderer|tests)\//.test(target);

/** Files of these folders with one of these names talk to the database, the disk or a worker; all others are pure. */
const PURE_FOLDERS = [
  'electron/engine/forecasting',
  'electron/engine/planning',
  'electron/engine/learning',
  'electron/engine/replay',
  'electron/engine/importing/normalise',
];
const IMPURE_IMPORT =
  /^(node:|kysely$|piscina$|electron\/engine\/(database|jobs|telemetry|stores|procedures)\/|electron\/engine\/engine(-context)?$)/;
const ADAPTERS: RegExp[] = [
  /^electron\/engine\/forecasting\/(libraries\/load-model-libraries|forecast-worker|run-forecasts|run-group|forecast-pool|fit-series|kept-series|demand-series|read-trim-lives|read-coming|trim-successions|adjustments-store|outcomes-store|read-accuracy|save-forecasts|read-forecasts|forecast-store|start-forecast)\.ts$/,
  /^electron\/engine\/planning\/(load-highs|plan-worker|solve-in-worker|plan-inputs|read-plan-rows|read-allocation|make-plan|read-plan|save-plan|decide|list-gaps|list-aged-units|list-evidence|list-kept|list-ordering|read-store-economics|save-order-sheet|analyse-plan|read-kept-question|sign-off|store-constraints|try-limits)\.ts$/,
  /^electron\/engine\/learning\/(learning-worker|learn|read-exploration|read-weights|run-learning|weights-store)\.ts$/,
  /^electron\/engine\/replay\/(read-history|replay-store|replay-worker|run-replicates|saved-replays)\.ts$/,
];

const RULES: Rule[] = [
  {
    name: 'shared/domain imports only itself and its words',
    allows: ({ from, to }) => !isIn(from, 'shared/domain') || isIn(to, 'shared/domain', 'shared/texts'),
  },
  {
    name: 'shared/texts imports only itself, and types of shared/domain',
    allows: ({ from, to }) => !isIn(from, 'shared/texts') || isIn(to, 'shared/domain', 'shared/texts'),
  },
  {
    name: 'shared/contract imports only shared, zod and the contract library',
    allows: ({ from, to }) =>
      !isIn(from, 'shared/contract') || isIn(to, 'shared') || to === 'zod' || to === '@orpc/contract',
  },
  {
    name: 'the renderer never imports the engine or main',
    allows: ({ from, to }) => !isIn(from, 'renderer') || !isIn(to, 'electron'),
  },
  {
    name: 'the renderer imports no Node module',
    allows: ({ from, to }) => !isIn(from, 'renderer') || !to.startsWith('node:'),
  },
  {
    name: 'the engine never imports electron',
    allows: ({ from, to }) =>
      !isIn(from, 'electron/engine') ||
      (to !== 'electron' && !isIn(to, 'electron/main', 'electron/preload', 'renderer')),
  },
  {
    name: 'main takes from the engine only what crosses the process border',
    allows: ({ from, to }) =>
      !isIn(from, 'electron/main', 'electron/preload') ||
      !isIn(to, 'electron/engine') ||
      isIn(to, 'electron/engine/transport'),
  },
  {
    name: 'only the database folder opens PGlite',
    allows: ({ from, to }) => !to.startsWith('@electric-sql/') || isIn(from, 'electron/engine/database'),
  },
  {
    name: 'procedures contain no SQL',
    allows: ({ from, to }) => !isIn(from, 'electron/engine/procedures') || to !== 'kysely',
  },
  {
    name: 'pure folders import no database, no Node module and no worker',
    allows: ({ from, to }) =>
      !isIn(from, ...PURE_FOLDERS) ||
      ADAPTERS.some((adapter) => adapter.test(from)) ||
      !IMPURE_IMPORT.test(to),
  },
  {
    name: 'one feature of the window never imports another',
    allows: ({ from, to }) => {
      const own = /^renderer\/features\/([^/]+)\//.exec(from)?.[1];
      const other = /^renderer\/features\/([^/]+)\//.exec(to)?.[1];
      return !own || !other || own === other;
    },
  },
];

const CLOCK_OR_CHANCE = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.now\(/;

describe('the architecture', () => {
  const files = ['shared', 'electron', 'renderer']
    .flatMap((folder) => listSources(folder))
    .filter((file) => !/\.(test|fixture)\.tsx?$/.test(file));
  const edges = files.flatMap(readEdges);

  it('reads imports of every kind', () => {
    expect(edges.length).toBeGreaterThan(50);
    expect(edges.some(({ to }) => isPackage(to))).toBe(true);
  });

  it.each(RULES)('$name', (rule) => {
    const offending = edges.filter((edge) => !rule.allows(edge)).map(({ from, to }) => `${from} -> ${to}`);
    expect(offending).toEqual([]);
  });

  it('keeps the clock and chance out of pure folders', () => {
    const pure = files.filter(
      (file) =>
        isIn(file, ...PURE_FOLDERS, 'shared/domain') && !ADAPTERS.some((adapter) => adapter.test(file)),
    );
    const offending = pure.filter((file) =>
      CLOCK_OR_CHANCE.test(readFileSync(path.join(root, file), 'utf8')),
    );
    expect(offending).toEqual([]);
  });

  it('names files by what they hold', () => {
    expect(files.filter((file) => /\/(utils?|common|helpers?|services?|misc)(\.tsx?|\/)/.test(file))).toEqual(
      [],
    );
  });
});

function listSources(folder: string): string[] {
  return readdirSync(path.join(root, folder)).flatMap((name) => {
    const file = `${folder}/${name}`;
    if (statSync(path.join(root, file)).isDirectory()) return listSources(file);
    return /\.tsx?$/.test(name) ? [file] : [];
  });
}

function readEdges(file: string): Edge[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  return [...text.matchAll(IMPORT)].map((match) => ({
    from: file,
    to: resolveTarget(file, match[1] ?? match[2] ?? match[3] ?? ''),
  }));
}

function resolveTarget(from: string, target: string): string {
  if (target.startsWith('@shared/')) return target.replace('@shared/', 'shared/');
  if (target.startsWith('@engine/')) return target.replace('@engine/', 'electron/engine/');
  if (target.startsWith('@renderer/')) return target.replace('@renderer/', 'renderer/');
  return target.startsWith('.')
    ? path.posix.normalize(path.posix.join(path.posix.dirname(from), target))
    : target;
}
