import type { ModelLibraries } from '../types';

/** For tests of models that need no library: every fit throws, as it does when a fit fails. */
export const unavailableLibraries: ModelLibraries = {
  fitProphet: refuse,
};

function refuse(): never {
  throw new Error('not fitted');
}
