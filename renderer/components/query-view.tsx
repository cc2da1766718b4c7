import { Skeleton } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { texts } from '../texts/texts';
import { ErrorPanel } from './error-panel';

const words = texts.components;

type Props<T> = {
  query: UseQueryResult<T>;
  /** What stands there while the first answer is awaited; keep its size near the real thing's. */
  loading?: ReactNode;
  children: (data: T) => ReactNode;
};

/** One query's three states. Data that is already there stays on screen while it is asked for again. */
export function QueryView<T>({ query, loading, children }: Props<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) return <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />;
  return loading ?? <Skeleton height={220} radius="lg" data-testid="loading" aria-label={words.loading} />;
}
