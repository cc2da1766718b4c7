/**
 * Loads the outside library behind Prophet and gives it the narrow shape that the model asks for. Its wasm travels
 * inside the bundle, so that no file has to be found beside the worker. A fit is synchronous and takes up to half a
 * second: run it in a worker.
 */
import initProphet, { Prophet, type ProphetAlgorithm } from '@bsull/augurs/prophet';
import prophetWasm from '../../../../node_modules/@bsull/augurs/prophet_bg.wasm?url&inline';
import type { ModelLibraries, ProphetInput } from '../types';
import { withSilentConsole } from './with-silent-console';

/**
 * Standard deviation to expect of what a regressor moves, relative to the largest value of the history, for one of its own
 * standard deviations: a working day more brings some per cent.
 */
const REGRESSOR_SCALE = 0.05;

let loading: Promise<ModelLibraries> | null = null;

/** Loads once for each thread; later calls get the same libraries. */
export function loadModelLibraries(): Promise<ModelLibraries> {
  loading ??= load();
  return loading;
}

async function load(): Promise<ModelLibraries> {
  await initProphet({ module_or_path: bytesOf(prophetWasm) });
  return { fitProphet: await loadProphet() };
}

async function loadProphet(): Promise<ModelLibraries['fitProphet']> {
  const { optimizer, ready } = await import('@bsull/augurs-prophet-wasmstan');
  await ready;
  const optimise = (input: ProphetInput, algorithm: ProphetAlgorithm): number[] => {
    const model = new Prophet({
      optimizer,
      uncertaintySamples: 0,
      weeklySeasonality: { type: 'manual', enabled: false },
      dailySeasonality: { type: 'manual', enabled: false },
      yearlySeasonality: { type: 'manual', enabled: input.hasYearlySeason },
    });
    try {
      for (const { name } of input.regressors)
        model.addRegressor(name, { priorScale: REGRESSOR_SCALE, standardize: 'yes' });
      const columns = (part: 'history' | 'future') =>
        new Map(input.regressors.map((regressor) => [regressor.name, regressor[part]]));
      const y = [...input.history];
      model.fit({ ds: input.historySeconds, y, x: columns('history') }, { algorithm });
      return [...model.predict({ ds: input.futureSeconds, x: columns('future') }).yhat.point];
    } finally {
      model.free();
    }
  };
  return (input) => {
    try {
      return withSilentConsole(() => optimise(input, 'lbfgs'));
    } catch {
      // As in the original: where the fast search stops short, Newton's method gets through.
      return withSilentConsole(() => optimise(input, 'newton'));
    }
  };
}

/** Bytes of a `data:...;base64,` address. */
function bytesOf(dataUrl: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64'));
}
