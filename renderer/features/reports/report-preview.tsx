import { Skeleton } from '@mantine/core';
import type { ReportInput } from '@shared/contract/reports';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { QueryView } from '../../components/query-view';
import { orpc } from '../../lib/engine-client';
import { texts } from '../../texts/texts';
import classes from './reports-screen.module.css';

const words = texts.reports;

const PreviewPage = lazy(async () => ({ default: (await import('./preview-page')).PreviewPage }));

/** The print page itself: what is seen here is what is printed. */
export function ReportPreview({ request }: { request: ReportInput }) {
  const model = useQuery(
    orpc.reports.build.queryOptions({ input: request, placeholderData: (before) => before }),
  );
  const loading = <Skeleton height={560} />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className={classes.preview} aria-label={words.preview} tabIndex={0}>
      <QueryView query={model} loading={loading}>
        {(data) => (
          <Suspense fallback={loading}>
            <PreviewPage model={data} />
          </Suspense>
        )}
      </QueryView>
    </section>
  );
}
