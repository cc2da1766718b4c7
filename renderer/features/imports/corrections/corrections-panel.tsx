import { Button, Skeleton } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { EmptyState } from '../../../components/empty-state';
import { Panel } from '../../../components/panel';
import { QueryView } from '../../../components/query-view';
import { orpc } from '../../../lib/engine-client';
import { formatQuantity } from '../../../lib/format';
import { CorrectionsTable } from './corrections-table';
import { FindRecord } from './find-record';

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
      title="Corrections"
      note={corrections.data && formatQuantity(corrections.data.total, 'value')}
      isFlush
      testId="corrections-panel"
    >
      <FindRecord />
      <QueryView query={corrections} loading={<Skeleton height={160} m="sm" />}>
        {({ total, corrections: rows }) =>
          total === 0 ? (
            <EmptyState title="Nothing corrected by hand">
              When an export is wrong and cannot be mended, correct the value here or from the unit on the
              Inventory screen. It stays over what the next imports say, and can be taken back.
            </EmptyState>
          ) : (
            <>
              <CorrectionsTable corrections={rows} />
              {total > rows.length && limit < MOST && (
                <Button variant="subtle" m="xs" onClick={() => setLimit(Math.min(MOST, limit + PAGE))}>
                  Show more
                </Button>
              )}
            </>
          )
        }
      </QueryView>
    </Panel>
  );
}
