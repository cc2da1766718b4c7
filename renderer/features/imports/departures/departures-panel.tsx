import { Button, SegmentedControl, Skeleton } from '@mantine/core';
import type { DepartureOutcome } from '@shared/contract/departures';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DataTable } from '../../../components/data-table';
import { EmptyState } from '../../../components/empty-state';
import { Panel } from '../../../components/panel';
import { QueryView } from '../../../components/query-view';
import { orpc } from '../../../lib/engine-client';
import { formatCount, formatQuantity } from '../../../lib/format';
import { useScope } from '../../../lib/session-store';
import { texts } from '../../../texts/texts';
import { DEPARTURE_COLUMNS, OUTCOME_WORDS, OUTCOMES } from './departure-columns';
import classes from './departures-panel.module.css';
import { TreatAsSales } from './treat-as-sales';

const words = texts.imports.departures;

const PAGE = 100;
const MOST = 1000;

/** Units that a full stock list lacked: sold, moved, or gone without a word. */
export function DeparturesPanel() {
  const scope = useScope();
  const [outcome, setOutcome] = useState<DepartureOutcome | null>(null);
  const [limit, setLimit] = useState(PAGE);
  const departures = useQuery(
    orpc.departures.list.queryOptions({
      input: { ...scope, offset: 0, limit, ...(outcome && { outcome }) },
      placeholderData: keepPreviousData,
      retry: false,
    }),
  );
  return (
    <Panel
      title={words.title}
      note={departures.data && words.note(formatQuantity(departures.data.total, 'unit'))}
      isFlush
      testId="departures-panel"
    >
      <QueryView query={departures} loading={<Skeleton height={160} m="sm" />}>
        {({ storeCode, isTreatedAsSales, counts, total, departures: rows }) => (
          <>
            <div className={classes.bar}>
              <SegmentedControl
                aria-label={words.which}
                data={choices(counts)}
                value={outcome ?? 'all'}
                onChange={(value) => setOutcome(OUTCOMES.find((known) => known === value) ?? null)}
                data-testid="departure-outcome"
              />
              <TreatAsSales storeCode={storeCode} isOn={isTreatedAsSales} unknown={counts.unknown} />
            </div>
            {total === 0 ? (
              <EmptyState title={words.none}>{words.noneAbout}</EmptyState>
            ) : (
              <DataTable
                caption={words.caption}
                columns={DEPARTURE_COLUMNS}
                rows={rows}
                rowKey={({ id }) => id}
                testId="departures"
              />
            )}
            {total > rows.length && limit < MOST && (
              <Button variant="subtle" m="xs" onClick={() => setLimit(Math.min(MOST, limit + PAGE))}>
                {words.more}
              </Button>
            )}
          </>
        )}
      </QueryView>
    </Panel>
  );
}

function choices(counts: Record<DepartureOutcome, number>) {
  const all = counts.unknown + counts.sold + counts.moved;
  return [
    { value: 'all', label: words.all(formatCount(all)) },
    ...OUTCOMES.map((outcome) => ({
      value: outcome,
      label: `${OUTCOME_WORDS[outcome]} ${formatCount(counts[outcome])}`,
    })),
  ];
}
