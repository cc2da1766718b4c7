import { Button, SegmentedControl, Skeleton } from '@mantine/core';
import type { DemandArea, RegionalDemand } from '@shared/contract/market-demand';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ChartTable } from '../../components/chart-frame';
import { type Column, DataTable } from '../../components/data-table';
import { Delta } from '../../components/delta';
import { DrawnChart } from '../../components/drawn-chart';
import { EmptyState } from '../../components/empty-state';
import { Panel } from '../../components/panel';
import { QueryView } from '../../components/query-view';
import { orpc } from '../../lib/engine-client';
import { formatCount, formatPercent, formatQuantity, formatSigned } from '../../lib/format';
import { texts } from '../../texts/texts';
import { areaName } from './area-words';
import { BuyersMap } from './buyers-map';
import classes from './market.module.css';
import { AREA_LEVELS, type MarketSearch } from './market-search';
import { PreferencesPanel } from './preferences-panel';
import { useMarketScope } from './use-market-scope';

const { buyers: words, areas: areaWords } = texts.market;

type Props = { search: MarketSearch; onChange(change: Partial<MarketSearch>): void };

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
      title={words.none}
      actions={<Button onClick={() => void navigate({ to: '/imports' })}>{words.importSales}</Button>}
    >
      {words.noneAbout(formatQuantity(demand.totals.units, 'deal'), demand.windowDays)}
    </EmptyState>
  );
}

/** Of the map with its legend; the same for the table in its place, so that nothing below moves. */
const MAP_HEIGHT = 434;

function Buyers({ demand, search, onChange }: Props & { demand: RegionalDemand }) {
  const [isWhole, setWhole] = useState(false);
  const level = search.level ?? 'zip';
  const areas = { zip: demand.zips, zip3: demand.zip3s, state: demand.states }[level];
  const picked = areas.find(({ code }) => code === search.area) ?? areas[0];
  const pick = (area: string) => onChange({ area });
  return (
    <div className={classes.pair}>
      <div className={classes.side}>
        <DrawnChart
          name="buyers"
          title={words.title}
          note={words.note(demand.windowDays)}
          height={MAP_HEIGHT}
          table={tableOf(areas)}
          actions={
            <>
              <Button
                variant="default"
                size="compact-xs"
                onClick={() => setWhole(!isWhole)}
                data-testid="map-frame"
              >
                {isWhole ? words.toBuyers : words.toCountry}
              </Button>
              <SegmentedControl
                aria-label={areaWords.title}
                data={AREA_LEVELS.map((value) => ({ value, label: areaWords.levels[value] }))}
                value={level}
                onChange={(value) =>
                  onChange({ level: AREA_LEVELS.find((known) => known === value), area: undefined })
                }
                data-testid="area-level"
              />
            </>
          }
        >
          <div className={classes.mapWithLegend}>
            <BuyersMap demand={demand} areas={areas} isWhole={isWhole} picked={picked?.code} onPick={pick} />
            <p className={classes.legend}>{legend(demand)}</p>
          </div>
        </DrawnChart>
        <BandsPanel demand={demand} />
      </div>
      <div className={classes.side}>
        <AreasPanel areas={areas} picked={picked?.code} onPick={pick} />
        {picked && <PreferencesPanel area={{ level, code: picked.code }} />}
      </div>
    </div>
  );
}

function tableOf(areas: readonly DemandArea[]): ChartTable {
  const { area, miles } = areaWords.columns;
  return {
    columns: [area, words.units, words.share, words.trend, miles],
    rows: areas.map(({ code, units, share, unitsYearBefore, miles: distance }) => [
      areaName(code),
      formatCount(units),
      formatPercent(share, 1),
      formatSigned(units - unitsYearBefore),
      formatCount(distance),
    ]),
  };
}

function legend({ store, totals }: RegionalDemand): string {
  const where = store?.source === 'stated' ? words.storeAtZip(store.zip ?? '') : words.storeUnknown;
  const off = totals.units - totals.placed;
  const missing = words.missing(
    formatQuantity(off, 'deal'),
    formatCount(totals.units),
    formatCount(totals.withoutZip),
    formatCount(totals.unknownZip),
  );
  return [where, words.rings, ...(off === 0 ? [] : [missing])].join(' ');
}

function BandsPanel({ demand }: { demand: RegionalDemand }) {
  type Band = RegionalDemand['bands'][number];
  const columns: Column<Band>[] = [
    {
      id: 'miles',
      header: words.straight,
      render: ({ fromMiles, toMiles }) =>
        toMiles === null ? words.milesFrom(fromMiles) : words.miles(fromMiles, toMiles),
    },
    { id: 'units', header: words.units, isNumber: true, render: ({ units }) => formatCount(units) },
    { id: 'share', header: words.share, isNumber: true, render: ({ share }) => formatPercent(share, 1) },
    {
      id: 'before',
      header: words.trend,
      isNumber: true,
      render: ({ units, unitsYearBefore }) => <Delta value={units - unitsYearBefore} />,
    },
  ];
  return (
    <Panel title={words.distance} isFlush>
      <DataTable
        caption={words.distanceCaption}
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
    header: areaWords.columns.area,
    render: ({ code, state }) =>
      state === null || state === code ? areaName(code) : `${areaName(code)}, ${state}`,
    sortBy: ({ code }) => code,
  },
  {
    id: 'units',
    header: words.units,
    isNumber: true,
    render: ({ units }) => formatCount(units),
    sortBy: ({ units }) => units,
  },
  {
    id: 'share',
    header: words.share,
    isNumber: true,
    render: ({ share }) => formatPercent(share, 1),
    sortBy: ({ share }) => share,
  },
  {
    id: 'before',
    header: words.trend,
    isNumber: true,
    render: ({ units, unitsYearBefore }) => <Delta value={units - unitsYearBefore} />,
    sortBy: ({ units, unitsYearBefore }) => units - unitsYearBefore,
  },
  {
    id: 'miles',
    header: areaWords.columns.miles,
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
    <Panel title={areaWords.title} note={picked ? areaWords.picked(areaName(picked)) : ''} isFlush>
      <DataTable
        caption={areaWords.caption}
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
