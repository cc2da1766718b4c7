/** Launch of the window on the sample store, second start: Overview from saved figures, then live; memory. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'vitest';
import { type DesktopApp, launchDesktopApp } from '../helpers/desktop-app';
import { median, recordFigure } from '../helpers/record-figure';

const STARTS = 5;

describe('launch', () => {
  it('second start, sample store', async () => {
    const first = await launchDesktopApp();
    await first.page.getByTestId('load-sample').click();
    await first.page.getByTestId('figure-units-new').waitFor({ timeout: 240_000 });
    await first.page.waitForFunction(() => performance.getEntriesByName('doso-overview-live').length > 0);
    await first.close();
    const saved: number[] = [];
    const live: number[] = [];
    for (let start = 0; start < STARTS; start++) {
      const next = await launchDesktopApp({ dataDirectory: first.dataDirectory });
      saved.push(await secondsTo(next, 'doso-overview-saved'));
      live.push(await secondsTo(next, 'doso-overview-live'));
      if (start === STARTS - 1) await recordMemory(next);
      await next.close();
    }
    recordFigure({
      area: 'window',
      name: 'Overview from saved figures, second start, median of 5',
      value: median(saved),
      unit: 's',
      most: 2,
    });
    recordFigure({
      area: 'window',
      name: 'Overview from live figures, second start, median of 5',
      value: median(live),
      unit: 's',
      most: 3.5,
    });
    await first.dispose();
  }, 600_000);
});

/** From the creation of the process to a mark in the page. */
async function secondsTo({ app, page }: DesktopApp, mark: string): Promise<number> {
  await page.waitForFunction((name) => performance.getEntriesByName(name).length > 0, mark, {
    timeout: 60_000,
  });
  const at = await page.evaluate(
    (name) => performance.timeOrigin + (performance.getEntriesByName(name)[0]?.startTime ?? 0),
    mark,
  );
  const created = await app.evaluate(() => process.getCreationTime() ?? 0);
  return (at - created) / 1000;
}

async function recordMemory({ app }: DesktopApp): Promise<void> {
  const root = app.process().pid;
  if (process.platform !== 'linux' || !root) return;
  const kilobytes = descendants(root).reduce((sum, pid) => sum + proportionalSetKilobytes(pid), 0);
  recordFigure({
    area: 'window',
    name: 'memory of all processes (PSS), Overview open',
    value: kilobytes / 1024,
    unit: 'MB',
  });
}

function descendants(root: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const fields = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
      parents.set(Number(name), Number(fields[1]));
    } catch {
      // The process ended meanwhile.
    }
  }
  const found = [root];
  for (const pid of found) for (const [child, parent] of parents) if (parent === pid) found.push(child);
  return found;
}

function proportionalSetKilobytes(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
