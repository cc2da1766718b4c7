import { Button, Skeleton } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { EmptyState } from '../../../components/empty-state';
import { Panel } from '../../../components/panel';
import { QueryView } from '../../../components/query-view';
import { orpc } from '../../../lib/engine-client';
import { formatQuantity } from '../../../lib/format';
import { texts } from '../../../texts/texts';
import { CorrectionsTable } from './corrections-table';
import { FindRecord } from './find-record';

const words = texts.imports.corrections;

const PAGE = 100;
const MOST = 1000;

/** Every value corrected by hand, and the way to correct another. */
export function CorrectionsPanel() {
  const [limit, setLimit] = useState(PAGE);
  const corrections = useQuery(
    orpc.corrections.list.queryOptions({ input: { offset: 0, limit }, placeholderData: keepPreviousData }),
  );
  return (
    <Panel
      title={words.title}
      note={corrections.data && formatQuantity(corrections.data.total, 'value')}
      isFlush
      testId="corrections-panel"
    >
      <FindRecord />
      <QueryView query={corrections} loading={<Skeleton height={160} m="sm" />}>
        {({ total, corrections: rows }) =>
          total === 0 ? (
            <EmptyState title={words.none}>{words.noneAbout}</EmptyState>
          ) : (
            <>
              <CorrectionsTable corrections={rows} />
              {total > rows.length && limit < MOST && (
                <Button variant="subtle" m="xs" onClick={() => setLimit(Math.min(MOST, limit + PAGE))}>
                  {words.more}
                </Button>
              )}
            </>
          )
        }
      </QueryView>
    </Panel>
  );
}
