import { Anchor, Skeleton } from '@mantine/core';
import type { AgedUnit } from '@shared/contract/aged-units';
import type { StockUnit } from '@shared/contract/inventory';
import type { Vehicle } from '@shared/contract/inventory-analysis';
import { buildTitle } from '@shared/domain/build';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type Column, DataTable } from '../../components/data-table';
import { QueryView } from '../../components/query-view';
import { orpc } from '../../lib/engine-client';
import {
  formatCount,
  formatDay,
  formatDays,
  formatExactMoney,
  formatMoney,
  formatPercent,
  formatQuantity,
  MISSING,
} from '../../lib/format';
import { useScope } from '../../lib/session-store';
import classes from './inventory.module.css';
import drawer from './unit-drawer.module.css';

/** The rest of a vehicle's page: what to do, its chances, its history, what else of its kind is there. */
export function VehicleSections({ unit }: { unit: StockUnit }) {
  const scope = useScope();
  const vehicle = useQuery(orpc.inventory.getVehicle.queryOptions({ input: { ...scope, unitId: unit.id } }));
  return (
    <QueryView query={vehicle} loading={<Skeleton height={320} radius="md" data-testid="loading" />}>
      {(found) => (
        <>
          <WhatToDo unit={unit} />
          <Chances vehicle={found} />
          <History vehicle={found} />
          <Similar vehicle={found} />
        </>
      )}
    </QueryView>
  );
}

const ACTION_WORDS: Record<AgedUnit['best'], string> = {
  hold: 'Hold it at its price',
  reprice: 'Change its price',
  trade: 'Trade it to another dealer',
  wholesale: 'Send it to auction',
};

/** The verdict of the Aged units screen, which weighs only units that stand too long or have too many beside them. */
function WhatToDo({ unit }: { unit: StockUnit }) {
  const scope = useScope();
  const navigate = useNavigate();
  const aged = useQuery(orpc.plan.listAgedUnits.queryOptions({ input: scope }));
  return (
    <section data-testid="vehicle-advice">
      <h3 className={drawer.title}>What to do</h3>
      <QueryView query={aged} loading={<Skeleton height={40} />}>
        {({ units }) => {
          const judged = units.find(({ unitId }) => unitId === unit.id);
          if (!judged)
            return <p className={classes.section}>Hold it: not aged, not one too many of its kind.</p>;
          const best = judged.options.find(({ action }) => action === judged.best);
          return (
            <>
              <p className={classes.section}>
                <strong>
                  {ACTION_WORDS[judged.best]}
                  {best?.newPriceCents != null && ` to ${formatMoney(best.newPriceCents)}`}
                </strong>
                {judged.stakeCents > 0 && `: ${formatMoney(judged.stakeCents)} better than holding on.`}
              </p>
              <p className={classes.small}>
                {judged.reasons.join(' ')}{' '}
                <Anchor component="button" size="xs" onClick={() => void navigate({ to: '/aged-units' })}>
                  All ways out
                </Anchor>
              </p>
            </>
          );
        }}
      </QueryView>
    </section>
  );
}

function Chances({ vehicle }: { vehicle: Vehicle }) {
  const { chances, chanceBasis, holding } = vehicle;
  if (chances.length === 0) return null;
  type Row = Vehicle['chances'][number];
  const columns: Column<Row>[] = [
    { id: 'days', header: 'Gone within', render: ({ days }) => formatDays(days) },
    { id: 'chance', header: 'Chance', isNumber: true, render: ({ chance }) => formatPercent(chance) },
    {
      id: 'cost',
      header: 'Holding until then',
      isNumber: true,
      render: ({ days }) => formatMoney(holding.perDayCents === null ? null : holding.perDayCents * days),
    },
  ];
  return (
    <section>
      <h3 className={drawer.title}>How soon it may sell</h3>
      <DataTable
        caption="Chance to sell by day"
        columns={columns}
        rows={chances}
        rowKey={({ days }) => String(days)}
        testId="vehicle-chances"
      />
      <p className={classes.small}>
        From {formatQuantity(chanceBasis.sold, 'deal')} of its model in {chanceBasis.windowDays} days and{' '}
        {formatQuantity(chanceBasis.standing, 'unit')} standing, by age; its trim counts most. It costs{' '}
        {formatExactMoney(holding.perDayCents)} a day, {formatExactMoney(holding.interestPerDayCents)} of it
        interest.
      </p>
    </section>
  );
}

function History({ vehicle }: { vehicle: Vehicle }) {
  return (
    <section>
      <h3 className={drawer.title}>History</h3>
      <ol className={classes.events} data-testid="vehicle-history">
        {vehicle.events.map(({ on, text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a day can hold the same event twice, and the list never changes
          <li key={index}>
            <time dateTime={on}>{formatDay(on)}</time>
            {text}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Similar({ vehicle }: { vehicle: Vehicle }) {
  const { similarInStock, similarSold } = vehicle;
  return (
    <>
      <section>
        <h3 className={drawer.title}>Others of its trim here</h3>
        <DataTable
          caption="Units of the same model and trim in stock"
          columns={[
            { id: 'stock', header: 'Stock #', render: ({ stockNumber }) => stockNumber ?? MISSING },
            { id: 'color', header: 'Exterior', render: ({ build }) => build.exteriorColor ?? MISSING },
            { id: 'age', header: 'Days', isNumber: true, render: ({ ageDays }) => formatCount(ageDays) },
            {
              id: 'price',
              header: 'Price',
              isNumber: true,
              render: ({ priceCents }) => formatMoney(priceCents),
            },
          ]}
          rows={similarInStock}
          rowKey={({ id }) => id}
          empty="It is the only one."
        />
      </section>
      <section>
        <h3 className={drawer.title}>Sold lately</h3>
        <DataTable
          caption="Newest deals of the same model and trim"
          columns={[
            { id: 'day', header: 'Sold', render: ({ soldOn }) => formatDay(soldOn) },
            {
              id: 'what',
              header: 'Exterior',
              render: ({ build }) => build.exteriorColor ?? buildTitle(build),
            },
            {
              id: 'days',
              header: 'Days',
              isNumber: true,
              render: ({ daysToTurn }) => formatCount(daysToTurn),
            },
            {
              id: 'gross',
              header: 'Gross',
              isNumber: true,
              render: ({ totalGrossCents }) => formatMoney(totalGrossCents),
            },
          ]}
          rows={similarSold.map((deal, index) => ({ ...deal, key: String(index) }))}
          rowKey={({ key }) => key}
          empty="None in a year."
        />
      </section>
    </>
  );
}
