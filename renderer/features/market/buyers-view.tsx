import { Button, SegmentedControl, Skeleton } from '@mantine/core';
import type { DemandArea, RegionalDemand } from '@shared/contract/market-demand';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type Column, DataTable } from '../../components/data-table';
import { Delta } from '../../components/delta';
import { EmptyState } from '../../components/empty-state';
import { Panel } from '../../components/panel';
import { QueryView } from '../../components/query-view';
import { orpc } from '../../lib/engine-client';
import { formatCount, formatPercent, formatQuantity } from '../../lib/format';
import { areaName } from './area-words';
import { BuyersMap } from './buyers-map';
import classes from './market.module.css';
import { AREA_LEVELS, type MarketSearch } from './market-search';
import { PreferencesPanel } from './preferences-panel';
import { useMarketScope } from './use-market-scope';

type Props = { search: MarketSearch; onChange(change: Partial<MarketSearch>): void };

const LEVEL_LABELS = { zip: 'ZIP', zip3: 'ZIP3', state: 'State' } as const;

/** Where buyers live: a map, distance bands, areas, and what one area chooses. */
export function BuyersView({ search, onChange }: Props) {
  const demand = useQuery(
    orpc.market.getDemand.queryOptions({ input: useMarketScope(), placeholderData: keepPreviousData }),
  );
  return (
    <QueryView query={demand} loading={<Skeleton height={520} radius="lg" data-testid="loading" />}>
      {(found) =>
        found.totals.placed === 0 ? (
          <NoBuyers demand={found} />
        ) : (
          <Buyers demand={found} search={search} onChange={onChange} />
        )
      }
    </QueryView>
  );
}

function NoBuyers({ demand }: { demand: RegionalDemand }) {
  const navigate = useNavigate();
  return (
    <EmptyState
      title="No buyers on the map"
      actions={<Button onClick={() => void navigate({ to: '/imports' })}>Import a sales report</Button>}
    >
      {formatQuantity(demand.totals.units, 'deal')} in {demand.windowDays} days, none with a ZIP code that the
      map knows. Map the column of the buyer's ZIP code when you import sales; no other personal data is kept.
    </EmptyState>
  );
}

function Buyers({ demand, search, onChange }: Props & { demand: RegionalDemand }) {
  const [isWhole, setWhole] = useState(false);
  const level = search.level ?? 'zip';
  const areas = { zip: demand.zips, zip3: demand.zip3s, state: demand.states }[level];
  const picked = areas.find(({ code }) => code === search.area) ?? areas[0];
  const pick = (area: string) => onChange({ area });
  return (
    <div className={classes.pair}>
      <div className={classes.side}>
        <Panel
          title="Where buyers live"
          note={`${demand.windowDays} days, by the buyer's ZIP code`}
          actions={
            <>
              <Button
                variant="default"
                size="compact-xs"
                onClick={() => setWhole(!isWhole)}
                data-testid="map-frame"
              >
                {isWhole ? 'Where the buyers are' : 'United States'}
              </Button>
              <SegmentedControl
                aria-label="Areas"
                data={AREA_LEVELS.map((value) => ({ value, label: LEVEL_LABELS[value] }))}
                value={level}
                onChange={(value) =>
                  onChange({ level: AREA_LEVELS.find((known) => known === value), area: undefined })
                }
                data-testid="area-level"
              />
            </>
          }
        >
          <div style={{ height: 400 }}>
            <BuyersMap demand={demand} areas={areas} isWhole={isWhole} picked={picked?.code} onPick={pick} />
          </div>
          <p className={classes.legend}>{legend(demand)}</p>
        </Panel>
        <BandsPanel demand={demand} />
      </div>
      <div className={classes.side}>
        <AreasPanel areas={areas} picked={picked?.code} onPick={pick} />
        {picked && <PreferencesPanel area={{ level, code: picked.code }} />}
      </div>
    </div>
  );
}

function legend({ store, totals }: RegionalDemand): string {
  const where =
    store?.source === 'stated'
      ? `The cross is ZIP ${store.zip}, where the store stands.`
      : 'The cross is the middle of the buyers; Settings can state the store’s ZIP code.';
  const off = totals.units - totals.placed;
  const missing =
    off === 0
      ? ''
      : ` ${formatQuantity(off, 'deal')} of ${formatCount(totals.units)} lie on no map: ${formatCount(totals.withoutZip)} without a ZIP code, ${formatCount(totals.unknownZip)} with an unknown one.`;
  return `${where} Rings are straight distances. A dot's area is its units.${missing}`;
}

function BandsPanel({ demand }: { demand: RegionalDemand }) {
  type Band = RegionalDemand['bands'][number];
  const columns: Column<Band>[] = [
    {
      id: 'miles',
      header: 'Straight distance',
      render: ({ fromMiles, toMiles }) =>
        toMiles === null ? `${fromMiles} miles and more` : `${fromMiles} to ${toMiles} miles`,
    },
    { id: 'units', header: 'Units', isNumber: true, render: ({ units }) => formatCount(units) },
    { id: 'share', header: 'Share', isNumber: true, render: ({ share }) => formatPercent(share, 1) },
    {
      id: 'before',
      header: 'On a year before',
      isNumber: true,
      render: ({ units, unitsYearBefore }) => <Delta value={units - unitsYearBefore} />,
    },
  ];
  return (
    <Panel title="By distance" isFlush>
      <DataTable
        caption="Buyers by straight distance from the store"
        columns={columns}
        rows={demand.bands}
        rowKey={({ fromMiles }) => String(fromMiles)}
        testId="distance-bands"
      />
    </Panel>
  );
}

const AREA_COLUMNS: Column<DemandArea>[] = [
  {
    id: 'area',
    header: 'Area',
    render: ({ code, state }) =>
      state === null || state === code ? areaName(code) : `${areaName(code)}, ${state}`,
    sortBy: ({ code }) => code,
  },
  {
    id: 'units',
    header: 'Units',
    isNumber: true,
    render: ({ units }) => formatCount(units),
    sortBy: ({ units }) => units,
  },
  {
    id: 'share',
    header: 'Share',
    isNumber: true,
    render: ({ share }) => formatPercent(share, 1),
    sortBy: ({ share }) => share,
  },
  {
    id: 'before',
    header: 'On a year before',
    isNumber: true,
    render: ({ units, unitsYearBefore }) => <Delta value={units - unitsYearBefore} />,
    sortBy: ({ units, unitsYearBefore }) => units - unitsYearBefore,
  },
  {
    id: 'miles',
    header: 'Miles',
    isNumber: true,
    render: ({ miles }) => formatCount(miles),
    sortBy: ({ miles }) => miles,
  },
];
/** Rows beyond these are found on the map, in the export and on the command line. */
const MOST_ROWS = 200;

type AreasProps = { areas: readonly DemandArea[]; picked: string | undefined; onPick(code: string): void };

function AreasPanel({ areas, picked, onPick }: AreasProps) {
  return (
    <Panel title="Areas" note={picked ? `${areaName(picked)} is picked` : ''} isFlush>
      <DataTable
        caption="Areas by buyers; opening one shows what its buyers choose"
        columns={AREA_COLUMNS}
        rows={areas.slice(0, MOST_ROWS)}
        rowKey={({ code }) => code}
        initialSort={{ id: 'units', direction: 'desc' }}
        onOpenRow={({ code }) => onPick(code)}
        maxHeight={290}
        testId="demand-areas"
      />
    </Panel>
  );
}
