/** The outlines of states and, near enough, counties (us-atlas, from the Census Bureau), as paths for the map. */
import { geoPath } from 'd3-geo';
import { mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Frame } from './project-map';

const draw = geoPath();

export type Outlines = { states: string; counties: string };

/** Counties are drawn where a frame shows few states: closer than this. */
const COUNTIES_UNDER = 420;

/** Loaded when a map is first shown; 80 KB of states, 800 KB of counties for a closer look. */
export async function loadOutlines(frame: Frame): Promise<Outlines> {
  const states = (await import('us-atlas/states-albers-10m.json')).default as unknown as Topology<{
    states: GeometryCollection;
  }>;
  const statePath = draw(mesh(states, states.objects.states)) ?? '';
  return { states: statePath, counties: frame.width < COUNTIES_UNDER ? await countiesIn(frame) : '' };
}

async function countiesIn(frame: Frame): Promise<string> {
  const topology = (await import('us-atlas/counties-albers-10m.json')).default as unknown as Topology<{
    counties: GeometryCollection;
  }>;
  const { counties } = topology.objects;
  const lines = mesh(topology, counties, (a, b) => a !== b).coordinates;
  const isNear = ([x = 0, y = 0]: number[]) =>
    x > frame.x - frame.width &&
    x < frame.x + 2 * frame.width &&
    y > frame.y - frame.height &&
    y < frame.y + 2 * frame.height;
  const near = lines.filter((line) => line.some(isNear));
  return draw({ type: 'MultiLineString', coordinates: near }) ?? '';
}
