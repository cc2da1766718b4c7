/**
 * Loads the outside libraries behind MSTL, ARIMA and Prophet and gives them the narrow shape that the models
 * ask for. Their wasm travels inside the bundle, so that no file has to be found beside the worker. All are
 * synchronous and take from a millisecond to half a second: run them in a worker.
 */
import initMstl, { MSTL } from '@bsull/augurs/mstl';
import initProphet, { Prophet, type ProphetAlgorithm } from '@bsull/augurs/prophet';
import mstlWasm from '../../../../node_modules/@bsull/augurs/mstl_bg.wasm?url&inline';
import prophetWasm from '../../../../node_modules/@bsull/augurs/prophet_bg.wasm?url&inline';
import type { ModelLibraries, ProphetInput } from '../types';
import { withSilentConsole } from './with-silent-console';

let loading: Promise<ModelLibraries> | null = null;

/** Loads once for each thread; later calls get the same libraries. */
export function loadModelLibraries(): Promise<ModelLibraries> {
  loading ??= load();
  return loading;
}

async function load(): Promise<ModelLibraries> {
  await Promise.all([
    initMstl({ module_or_path: bytesOf(mstlWasm) }),
    initProphet({ module_or_path: bytesOf(prophetWasm) }),
  ]);
  return {
    fitMstl: (history, season, horizon) => {
      const model = MSTL.ets([season]);
      try {
        model.fit([...history]);
        return [...model.predict(horizon).point];
      } finally {
        model.free();
      }
    },
    fitArima: await loadArima(),
    fitProphet: await loadProphet(),
  };
}

/** Orders as far as a few years of months can tell; the full 5,5,2,2 search costs twenty times as much. */
const ARIMA_LIMITS = { p: 3, d: 2, q: 3, P: 1, D: 1, Q: 1 };

async function loadArima(): Promise<ModelLibraries['fitArima']> {
  // ctsa writes remarks to stdout, where a caller of the command line expects one JSON document.
  const { default: Arima } = await withSilentConsole(() => import('arima'));
  return (history, season, horizon) => {
    const model = new Arima({ auto: true, s: season > 1 ? season : 0, verbose: false, ...ARIMA_LIMITS });
    try {
      model.train([...history]);
      return model.predict(horizon)[0];
    } finally {
      model.destroy();
    }
  };
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
      model.fit({ ds: input.historySeconds, y: [...input.history] }, { algorithm });
      return [...model.predict({ ds: input.futureSeconds }).yhat.point];
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
