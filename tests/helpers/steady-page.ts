/** Makes a page look alike at any time of any day, so that it can be held against a picture of another day. */
import type { Page } from 'playwright';

/** Instants, how old data is, how long a job took, sizes of files that hold instants, versions: they change by themselves. */
const CHANGING = [
  String.raw`\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{1,2}, \d{4}, \d{1,2}:\d{2}[\s\u202f](AM|PM)`,
  String.raw`\b\d{1,2}:\d{2}(:\d{2})?[\s\u202f](AM|PM)`,
  String.raw`\b\d+ (minutes?|hours?|days?|weeks?|months?|years?) (old|ago)`,
  String.raw`\b\d+(\.\d+)? (s|ms|seconds?|KB|MB|GB|bytes)\b`,
];

/**
 * Writes zeros for the digits of whatever changes by itself, takes the focus and its caret away. What React writes
 * later it writes anew, so this comes right before the picture.
 */
async function steadyPage(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  // The engine's clock is the computer's: what was made on the day of the test says so.
  const today = new Date().toLocaleDateString('en-US', { dateStyle: 'medium' });
  await page.evaluate(
    (patterns) => {
      const changing = new RegExp(patterns.join('|'), 'g');
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const text = node.nodeValue ?? '';
        const steady = text.replace(changing, (found) =>
          found
            .replace(/[A-Z][a-z]{2} \d{1,2}, \d{4}/, 'Jan 01, 2000')
            .replace(/\d+/g, '00')
            .replace('PM', 'AM'),
        );
        if (steady !== text) node.nodeValue = steady;
      }
      (document.activeElement as HTMLElement | null)?.blur();
    },
    [...CHANGING, today],
  );
}

const LOOKS = 12;

/** The page once nothing is being loaded any more and two looks in a row are alike. */
export async function photographSteady(page: Page): Promise<Buffer> {
  let before: Buffer | null = null;
  for (let look = 0; look < LOOKS; look++) {
    await page.waitForFunction(
      // The daily backup begins two minutes after the start, and shows.
      () =>
        document.querySelector(
          '[data-testid="loading"], .mantine-Skeleton-root, [data-running]:not([data-running="0"])',
        ) === null,
      null,
      { timeout: 60_000 },
    );
    await page.waitForTimeout(300);
    await steadyPage(page);
    const now = await page.screenshot();
    if (before?.equals(now)) return now;
    before = now;
  }
  throw new Error(`the page still changes after ${LOOKS} looks`);
}
