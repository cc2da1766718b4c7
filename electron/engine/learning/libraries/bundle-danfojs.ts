/**
 * Build step (a Vite plugin) for danfojs in the learning worker. danfojs brings a tensor library with four
 * back ends, readers for CSV, Excel and JSON, a plotter and two HTTP clients. Learning needs its frames and
 * arithmetic only: tensors come from the CPU back end, and the rest stays out of the bundle (and the network
 * out of reach). Only what danfojs itself asks for is replaced.
 */
import type { Plugin } from 'vite';

const LEFT_OUT: ReadonlySet<string> = new Set([
  'node-fetch',
  'papaparse',
  'plotly.js-dist-min',
  'request',
  'stream-json',
  'stream-json/streamers/StreamArray',
  'table',
  'xlsx',
]);

const PACKAGE = '/node_modules/danfojs-node/';

export function bundleDanfojs(): Plugin {
  return {
    name: 'bundle-danfojs',
    enforce: 'pre',
    resolveId(source, importer = '') {
      const [root, ...rest] = importer.replace(/\\/g, '/').split(PACKAGE);
      if (rest.length === 0) return null;
      const folder = `${root}/electron/engine/learning/libraries`;
      if (source === '@tensorflow/tfjs-node') return `${folder}/tensor-library.ts`;
      return LEFT_OUT.has(source) ? `${folder}/left-out.ts` : null;
    },
  };
}
