/** What axe finds wrong on the page as it stands, and what the page moved by itself. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright';

type Violation = {
  id: string;
  impact: 'minor' | 'moderate' | 'serious' | 'critical' | null;
  help: string;
  nodes: { target: unknown[]; failureSummary?: string }[];
};
type Axe = { run: (context: unknown, options: unknown) => Promise<{ violations: Violation[] }> };

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SHOWN = 3;

/**
 * Serious and critical faults by WCAG 2.2 A and AA, each as one line that names rule, element and reason. Axe is put
 * into the page through the debugger, so the page's own policy stays as it is.
 */
export async function findAccessFaults(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: Axe };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    return (await axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] }))
      .violations;
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes
        .slice(0, SHOWN)
        .map(
          ({ target, failureSummary = '' }) =>
            `${id}: ${target.join(' ')}: ${failureSummary.split('\n')[1]?.trim() ?? ''}`,
        ),
    );
}

/** Begins to count how far the page moves things without being asked to. */
export async function watchLayoutShift(page: Page): Promise<void> {
  await page.evaluate(() => {
    const shifts: { at: number; value: number; what: string }[] = [];
    Object.assign(window, { dosoShifts: shifts });
    type Shift = PerformanceEntry & {
      value: number;
      hadRecentInput: boolean;
      sources: { node: Element | null }[];
    };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as Shift[]) {
        const what = entry.sources.map(({ node }) => String(node?.className ?? node?.nodeName)).join(', ');
        if (!entry.hadRecentInput) shifts.push({ at: entry.startTime, value: entry.value, what });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** The shifts since the last call, added up, with what moved. */
export async function takeLayoutShift(page: Page): Promise<{ score: number; moved: string[] }> {
  const shifts = await page.evaluate(() =>
    (window as unknown as { dosoShifts: { value: number; what: string }[] }).dosoShifts.splice(0),
  );
  return {
    score: shifts.reduce((sum, { value }) => sum + value, 0),
    moved: shifts.map(({ value, what }) => `${value.toFixed(3)} ${what}`),
  };
}

/** Parts of the page that reach beyond the window's right edge, or are cut off there. */
export function findOverflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    if (document.documentElement.scrollWidth > window.innerWidth + 1) found.push('the page itself');
    for (const element of document.querySelectorAll('main, header, nav, main > *')) {
      const { right, width } = element.getBoundingClientRect();
      if (width > 0 && right > window.innerWidth + 1)
        found.push(`${element.tagName.toLowerCase()}.${element.className}`);
    }
    return found;
  });
}
