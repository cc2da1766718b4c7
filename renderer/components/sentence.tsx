import { createElement, Fragment, type ReactNode } from 'react';

/** A sentence of the catalogue with parts that are more than text: the catalogue says their order, the screen their look. */
export function Sentence({ parts }: { parts: readonly ReactNode[] }) {
  return createElement(Fragment, null, ...parts);
}
