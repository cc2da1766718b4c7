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
import { AGED_UNIT_COLUMNS, REPAYMENT_COLUMN } from './aged-unit-columns';
import { AgedUnitDrawer } from './aged-unit-drawer';

import classes from './aged-units-screen.module.css';

const WITH_REPAYMENT = [...AGED_UNIT_COLUMNS, REPAYMENT_COLUMN];

const route = getRouteApi('/aged-units');

/** Units that cost money by standing, and the best way out of each, by what is at stake. */
export function AgedUnitsScreen() {
  const scope = useFilteredScope();
  const list = useQuery(orpc.plan.listAgedUnits.queryOptions({ input: scope }));
  return (
    <Screen
      name="aged-units"
      title="Aged units"
      isFilling
      lead={list.data && `Aged, too many, or to be repaid soon, as of ${formatDay(list.data.asOf)}`}
    >
      <QueryView query={list} loading={<Skeleton height="100%" radius="lg" />}>
        {(data) =>
          data.units.length === 0 ? (
            <EmptyState title="Nothing stands too long">
              No available unit is aged, one too many of its kind, or due to be repaid within 30 days.
            </EmptyState>
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
      <TotalStrip label="Totals of the units" totals={totalsOf(list)} testIdPrefix="aged-units" />
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
              {isDueOnly ? 'Show all' : 'Only to be repaid'}
            </Button>
          )
        }
      >
        <DataTable
          caption="Units that cost money by standing"
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
      label: 'At stake',
      value: formatMoneyCompact(totals.stakeCents),
      note: 'best way out over holding on',
    },
    {
      name: 'units',
      label: 'Units',
      value: formatCount(totals.units),
      note: `${formatCount(acting)} to act on, ${formatCount(units.length - acting)} to hold`,
    },
    {
      name: 'cost',
      label: 'At cost',
      value: formatMoneyCompact(totals.costCents),
      note: 'tied up in them',
    },
    {
      name: 'holding',
      label: 'Holding, 30 days',
      value: formatMoneyCompact(totals.holdingNextMonthCents),
      note: 'interest and other cost',
    },
    {
      name: 'due',
      label: 'To repay, 30 days',
      value: formatMoneyCompact(totals.curtailmentsDueCents),
      note:
        totals.curtailmentsDueUnits === 0
          ? 'no curtailment due'
          : `curtailments of ${formatQuantity(totals.curtailmentsDueUnits, 'unit')}`,
    },
  ];
}
