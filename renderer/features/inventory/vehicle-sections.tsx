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
import { texts } from '../../texts/texts';
import classes from './inventory.module.css';
import drawer from './unit-drawer.module.css';

const words = texts.inventory.vehicle;

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

const ACTION_WORDS: Record<AgedUnit['best'], string> = words.actions;

/** The verdict of the Aged units screen, which weighs only units that stand too long or have too many beside them. */
function WhatToDo({ unit }: { unit: StockUnit }) {
  const scope = useScope();
  const navigate = useNavigate();
  const aged = useQuery(orpc.plan.listAgedUnits.queryOptions({ input: scope }));
  return (
    <section data-testid="vehicle-advice">
      <h3 className={drawer.title}>{words.whatToDo}</h3>
      <QueryView query={aged} loading={<Skeleton height={40} />}>
        {({ units }) => {
          const judged = units.find(({ unitId }) => unitId === unit.id);
          if (!judged) return <p className={classes.section}>{words.hold}</p>;
          const best = judged.options.find(({ action }) => action === judged.best);
          return (
            <>
              <p className={classes.section}>
                <strong>
                  {best?.newPriceCents == null
                    ? ACTION_WORDS[judged.best]
                    : words.toPrice(ACTION_WORDS[judged.best], formatMoney(best.newPriceCents))}
                </strong>
                {judged.stakeCents > 0 && words.better(formatMoney(judged.stakeCents))}
              </p>
              <p className={classes.small}>
                {judged.reasons.join(' ')}{' '}
                <Anchor component="button" size="xs" onClick={() => void navigate({ to: '/aged-units' })}>
                  {words.allWaysOut}
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
    { id: 'days', header: words.goneWithin, render: ({ days }) => formatDays(days) },
    { id: 'chance', header: words.chance, isNumber: true, render: ({ chance }) => formatPercent(chance) },
    {
      id: 'cost',
      header: words.holdingUntil,
      isNumber: true,
      render: ({ days }) => formatMoney(holding.perDayCents === null ? null : holding.perDayCents * days),
    },
  ];
  return (
    <section>
      <h3 className={drawer.title}>{words.chances}</h3>
      <DataTable
        caption={words.chancesCaption}
        columns={columns}
        rows={chances}
        rowKey={({ days }) => String(days)}
        testId="vehicle-chances"
      />
      <p className={classes.small}>
        {words.basis(
          formatQuantity(chanceBasis.sold, 'deal'),
          chanceBasis.windowDays,
          formatQuantity(chanceBasis.standing, 'unit'),
          formatExactMoney(holding.perDayCents),
          formatExactMoney(holding.interestPerDayCents),
        )}
      </p>
    </section>
  );
}

function History({ vehicle }: { vehicle: Vehicle }) {
  return (
    <section>
      <h3 className={drawer.title}>{words.history}</h3>
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
        <h3 className={drawer.title}>{words.similar}</h3>
        <DataTable
          caption={words.similarCaption}
          columns={[
            { id: 'stock', header: words.columns.stock, render: ({ stockNumber }) => stockNumber ?? MISSING },
            {
              id: 'color',
              header: words.columns.exterior,
              render: ({ build }) => build.exteriorColor ?? MISSING,
            },
            {
              id: 'age',
              header: words.columns.days,
              isNumber: true,
              render: ({ ageDays }) => formatCount(ageDays),
            },
            {
              id: 'price',
              header: words.columns.price,
              isNumber: true,
              render: ({ priceCents }) => formatMoney(priceCents),
            },
          ]}
          rows={similarInStock}
          rowKey={({ id }) => id}
          empty={words.similarEmpty}
        />
      </section>
      <section>
        <h3 className={drawer.title}>{words.sold}</h3>
        <DataTable
          caption={words.soldCaption}
          columns={[
            { id: 'day', header: words.columns.soldOn, render: ({ soldOn }) => formatDay(soldOn) },
            {
              id: 'what',
              header: words.columns.exterior,
              render: ({ build }) => build.exteriorColor ?? buildTitle(build),
            },
            {
              id: 'days',
              header: words.columns.days,
              isNumber: true,
              render: ({ daysToTurn }) => formatCount(daysToTurn),
            },
            {
              id: 'gross',
              header: words.columns.gross,
              isNumber: true,
              render: ({ totalGrossCents }) => formatMoney(totalGrossCents),
            },
          ]}
          rows={similarSold.map((deal, index) => ({ ...deal, key: String(index) }))}
          rowKey={({ key }) => key}
          empty={words.soldEmpty}
        />
      </section>
    </>
  );
}
