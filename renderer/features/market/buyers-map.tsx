import type { DemandArea, RegionalDemand } from '@shared/contract/market-demand';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { formatCount, formatPercent } from '../../lib/format';
import { texts } from '../../texts/texts';
import { areaName } from './area-words';
import classes from './market.module.css';
import { loadOutlines } from './outlines';
import { type Frame, frameOf, pointOf, radiusOf, ringPath, WHOLE_MAP } from './project-map';

const words = texts.market.buyers;

type Props = {
  demand: RegionalDemand;
  areas: readonly DemandArea[];
  isWhole: boolean;
  picked: string | undefined;
  onPick(code: string): void;
};

const ASPECT = 975 / 610;

/** Buyers as dots on real outlines, with rings of straight distance round the store. */
export function BuyersMap({ demand, areas, isWhole, picked, onPick }: Props) {
  const frame = useMemo(() => (isWhole ? WHOLE_MAP : frameOf(demand.zips, ASPECT)), [demand, isWhole]);
  const outlines = useQuery({
    queryKey: ['outlines', frame],
    queryFn: () => loadOutlines(frame),
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: (before) => before,
  });
  const most = Math.max(1, ...areas.map(({ units }) => units));
  const line = frame.width / 975;
  return (
    <svg
      className={classes.map}
      viewBox={`${frame.x} ${frame.y} ${frame.width} ${frame.height}`}
      role="img"
      aria-label={describe(demand, areas)}
      data-testid="buyers-map"
      data-drawn={outlines.data ? '' : undefined}
    >
      <path
        d={outlines.data?.counties ?? ''}
        fill="none"
        stroke="var(--doso-border)"
        strokeWidth={line}
        strokeLinejoin="round"
      />
      <path
        d={outlines.data?.states ?? ''}
        fill="none"
        stroke="var(--doso-border-strong)"
        strokeWidth={1.4 * line}
        strokeLinejoin="round"
      />
      {demand.store && <Rings demand={demand} frame={frame} />}
      {areas.map((area) => (
        <Dot
          key={area.code}
          area={area}
          radius={radiusOf(area.units, most, frame)}
          line={line}
          isPicked={area.code === picked}
          onPick={onPick}
        />
      ))}
    </svg>
  );
}

type DotProps = {
  area: DemandArea;
  radius: number;
  line: number;
  isPicked: boolean;
  onPick(code: string): void;
};

/** A click is a shortcut: the table of areas beside the map does the same by keyboard. */
function Dot({ area, radius, line, isPicked, onPick }: DotProps) {
  const point = pointOf(area);
  if (!point || area.units === 0) return null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the rows of the table are the accessible way to pick an area
    <circle
      cx={point[0]}
      cy={point[1]}
      r={Math.max(radius, 2 * line)}
      fill="var(--doso-new)"
      fillOpacity={isPicked ? 0.9 : 0.45}
      stroke={isPicked ? 'var(--doso-text)' : 'var(--doso-new)'}
      strokeWidth={(isPicked ? 2.5 : 1) * line}
      style={{ cursor: 'pointer' }}
      onClick={() => onPick(area.code)}
    >
      <title>{words.dot(areaName(area.code), formatCount(area.units), formatPercent(area.share, 1))}</title>
    </circle>
  );
}

function Rings({ demand, frame }: { demand: RegionalDemand; frame: Frame }) {
  const { store, bands } = demand;
  const place = store && pointOf(store);
  if (!store || !place) return null;
  const line = frame.width / 975;
  return (
    <g>
      {bands.map(({ toMiles }) => {
        if (toMiles === null) return null;
        const top = pointOf({ ...store, latitude: store.latitude + toMiles / 69.09 });
        return (
          <g key={toMiles}>
            <path
              d={ringPath(store, toMiles)}
              fill="none"
              stroke="var(--doso-dim)"
              strokeWidth={line}
              strokeDasharray={`${4 * line} ${4 * line}`}
            />
            {top && (
              <text
                x={top[0]}
                y={top[1] - 3 * line}
                fontSize={17 * line}
                textAnchor="middle"
                fill="var(--doso-dim)"
              >
                {words.ring(toMiles)}
              </text>
            )}
          </g>
        );
      })}
      <path
        d={`M${place[0] - 6 * line},${place[1]} h${12 * line} M${place[0]},${place[1] - 6 * line} v${12 * line}`}
        stroke="var(--doso-act)"
        strokeWidth={2.5 * line}
      />
    </g>
  );
}

function describe({ totals, bands }: RegionalDemand, areas: readonly DemandArea[]): string {
  const [first] = areas;
  const near = bands
    .filter(({ toMiles }) => toMiles !== null && toMiles <= 25)
    .reduce((sum, { share }) => sum + share, 0);
  const most = first ? words.areaWithShare(areaName(first.code), formatPercent(first.share)) : null;
  return words.map(formatCount(totals.placed), formatPercent(near), most);
}
