import { Button, Skeleton } from '@mantine/core';
import type { AgedUnit, AgedUnitList } from '@shared/contract/aged-units';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { DataTable } from '../../components/data-table';
import { EmptyState } from '../../components/empty-state';
import { Panel } from '../../components/panel';
import { QueryView } from '../../components/query-view';
import { Screen } from '../../components/screen';
import { TotalStrip } from '../../components/total-strip';
import { useFilteredScope } from '../../lib/data-filter';
import { orpc } from '../../lib/engine-client';
import { formatCount, formatDay, formatMoneyCompact, formatQuantity } from '../../lib/format';
import { texts } from '../../texts/texts';
import { AGED_UNIT_COLUMNS, REPAYMENT_COLUMN } from './aged-unit-columns';
import { AgedUnitDrawer } from './aged-unit-drawer';
import classes from './aged-units-screen.module.css';

const words = texts.agedUnits;

const WITH_REPAYMENT = [...AGED_UNIT_COLUMNS, REPAYMENT_COLUMN];

const route = getRouteApi('/aged-units');

/** Units that cost money by standing, and the best way out of each, by what is at stake. */
export function AgedUnitsScreen() {
  const scope = useFilteredScope();
  const list = useQuery(orpc.plan.listAgedUnits.queryOptions({ input: scope }));
  return (
    <Screen
      name="aged-units"
      title={words.title}
      isFilling
      lead={list.data && words.lead(formatDay(list.data.asOf))}
    >
      <QueryView query={list} loading={<Skeleton height="100%" radius="lg" />}>
        {(data) =>
          data.units.length === 0 ? (
            <EmptyState title={words.none}>{words.noneAbout}</EmptyState>
          ) : (
            <Units list={data} />
          )
        }
      </QueryView>
    </Screen>
  );
}

function Units({ list }: { list: AgedUnitList }) {
  const { show } = route.useSearch();
  const navigate = route.useNavigate();
  const [opened, setOpened] = useState<AgedUnit | null>(null);
  const rows = list.units.filter((unit) => show !== 'due' || unit.curtailment !== null);
  const isDueOnly = show === 'due';
  return (
    <>
      <TotalStrip label={words.totals.label} totals={totalsOf(list)} testIdPrefix="aged-units" />
      <Panel
        isFlush
        isFilling
        testId="aged-units"
        title={formatQuantity(rows.length, 'unit')}
        actions={
          list.totals.curtailmentsDueUnits > 0 && (
            <Button
              variant="default"
              size="compact-xs"
              aria-pressed={isDueOnly}
              onClick={() =>
                void navigate({
                  search: (before) => ({ ...before, show: isDueOnly ? undefined : 'due' }),
                  replace: true,
                })
              }
            >
              {isDueOnly ? words.showAll : words.onlyDue}
            </Button>
          )
        }
      >
        <DataTable
          caption={words.caption}
          columns={list.totals.curtailmentsDueUnits > 0 ? WITH_REPAYMENT : AGED_UNIT_COLUMNS}
          rows={rows}
          rowKey={({ unitId }) => unitId}
          initialSort={{ id: 'stake', direction: 'desc' }}
          onOpenRow={setOpened}
          testId="aged-units-table"
        />
        <p className={classes.notes}>{list.notes.join(' ')}</p>
      </Panel>
      <AgedUnitDrawer unit={opened} onClose={() => setOpened(null)} />
    </>
  );
}

function totalsOf({ totals, units }: AgedUnitList) {
  const acting = units.filter(({ best }) => best !== 'hold').length;
  return [
    {
      name: 'stake',
      label: words.totals.stake,
      value: formatMoneyCompact(totals.stakeCents),
      note: words.totals.stakeNote,
    },
    {
      name: 'units',
      label: words.totals.units,
      value: formatCount(totals.units),
      note: words.totals.unitsNote(formatCount(acting), formatCount(units.length - acting)),
    },
    {
      name: 'cost',
      label: words.totals.cost,
      value: formatMoneyCompact(totals.costCents),
      note: words.totals.costNote,
    },
    {
      name: 'holding',
      label: words.totals.holding,
      value: formatMoneyCompact(totals.holdingNextMonthCents),
      note: words.totals.holdingNote,
    },
    {
      name: 'due',
      label: words.totals.due,
      value: formatMoneyCompact(totals.curtailmentsDueCents),
      note:
        totals.curtailmentsDueUnits === 0
          ? words.totals.noneDue
          : words.totals.dueNote(formatQuantity(totals.curtailmentsDueUnits, 'unit')),
    },
  ];
}
