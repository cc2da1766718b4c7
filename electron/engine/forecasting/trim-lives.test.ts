import { describe, expect, it } from 'vitest';
import { applySuccessions } from './apply-successions';
import { endedTrims, findSuccessions, nameLikeness, type TrimLife } from './trim-lives';

const AS_OF = '2026-10-31';
const HISTORY_FROM = '2023-11-01';
const life = (trim: string, given: Partial<TrimLife> = {}): TrimLife => ({
  make: 'Chevrolet',
  model: 'Blazer',
  trim,
  firstSeenOn: '2023-11-01',
  lastArrivedOn: '2026-10-20',
  onHand: 2,
  onOrder: 1,
  newestModelYear: 2027,
  newestYearSince: '2026-06-01',
  vinPatterns: ['3GNKBERS'],
  ...given,
});
const old = { lastArrivedOn: '2026-03-10', onOrder: 0, onHand: 0, newestModelYear: 2026 };

describe('successions', () => {
  it('are found where a like name took over in time', () => {
    const renamed = life('LT1', { firstSeenOn: '2026-04-02' });
    const found = findSuccessions([life('LT', old), renamed, life('Premier')], HISTORY_FROM, AS_OF, []);
    expect(found.map(({ from, to, isByUser }) => [from.trim, to.trim, isByUser])).toEqual([
      ['LT', 'LT1', false],
    ]);
    expect(found[0]?.reason).toContain('last arrival 2026-03-10');
  });

  it('are not seen in a launch beside a trim that goes on, nor in one that comes a year later', () => {
    const launch = life('LT1', { firstSeenOn: '2026-04-02' });
    expect(findSuccessions([life('LT'), launch], HISTORY_FROM, AS_OF, [])).toEqual([]);
    const late = life('LT1', { firstSeenOn: '2026-10-01' });
    const gone = life('LT', { ...old, lastArrivedOn: '2025-09-01' });
    expect(findSuccessions([gone, late], HISTORY_FROM, AS_OF, [])).toEqual([]);
    expect(
      findSuccessions(
        [life('LT', old), life('ZR2 Bison', { firstSeenOn: '2026-04-02', vinPatterns: [] })],
        HISTORY_FROM,
        AS_OF,
        [],
      ),
    ).toEqual([]);
  });

  it('cross to another model only when the old one came to its end as a whole', () => {
    const tahoe = (trim: string, given: Partial<TrimLife>) => life(trim, { model: 'Tahoe', ...given });
    const traverse = life('High Country', { model: 'Traverse', firstSeenOn: '2026-04-02' });
    const found = (lives: TrimLife[]) =>
      findSuccessions([...lives, traverse], HISTORY_FROM, AS_OF, []).map(({ from }) => from.model);
    expect(found([tahoe('High Country', old), tahoe('LT', {})])).toEqual([]);
    expect(found([tahoe('High Country', old), tahoe('LT', old)])).toEqual(['Tahoe']);
  });

  it('are what the user says', () => {
    const lives = [life('LT', old), life('LT1', { firstSeenOn: '2026-04-02' }), life('RS')];
    const from = { make: 'Chevrolet', model: 'Blazer', trim: 'LT' };
    const rejected = { from, to: { ...from, trim: 'LT1' }, decision: 'rejected' as const };
    expect(findSuccessions(lives, HISTORY_FROM, AS_OF, [rejected])).toEqual([]);
    const confirmed = { from, to: { ...from, trim: 'RS' }, decision: 'confirmed' as const };
    expect(findSuccessions(lives, HISTORY_FROM, AS_OF, [confirmed]).map(({ to }) => to.trim)).toEqual(['RS']);
  });

  it('hand sales and stays on, over several steps and never in a circle', () => {
    const name = (trim: string) => ({ make: 'Chevrolet', model: 'Blazer', trim });
    const step = (from: string, to: string) => ({
      from: name(from),
      to: name(to),
      decision: 'confirmed' as const,
    });
    const chain = findSuccessions([], HISTORY_FROM, AS_OF, [step('A', 'B'), step('B', 'C'), step('C', 'A')]);
    expect(chain).toHaveLength(2);
    const plain = { body: null, drivetrain: null, engine: null, package: null };
    const rows = applySuccessions(
      {
        sales: [{ ...name('A'), ...plain, soldOn: '2026-01-05', units: 1 }],
        spans: [{ ...name('B'), ...plain, from: '2026-01-01', to: '2026-01-05' }],
        firstSoldOn: '2026-01-05',
        lastSoldOn: '2026-01-05',
      },
      chain,
    );
    expect([rows.sales[0]?.trim, rows.spans?.[0]?.trim]).toEqual(['C', 'C']);
  });

  it('measure likeness of names', () => {
    // " lt " has the pairs " l", "lt", "t "; " lt1 " has " l", "lt", "t1", "1 ": two shared of seven.
    expect(nameLikeness('LT', 'LT1')).toBeCloseTo(4 / 7, 12);
    expect(nameLikeness('High Country', 'high-country')).toBe(1);
    expect(nameLikeness('LS', 'RST')).toBe(0);
  });
});

describe('ends', () => {
  it('are seen where the new model year passed a trim by', () => {
    expect(endedTrims([life('LT', old), life('RS')], AS_OF).map(({ trim }) => trim)).toEqual(['LT']);
  });

  it('are not a mere want of allocation', () => {
    const waiting = { ...old, newestModelYear: 2027 };
    expect(endedTrims([life('LT', waiting), life('RS')], AS_OF)).toEqual([]);
    expect(endedTrims([life('LT', { ...old, onOrder: 1 }), life('RS')], AS_OF)).toEqual([]);
    const fresh = life('RS', { newestYearSince: '2026-10-01' });
    expect(endedTrims([life('LT', old), fresh], AS_OF)).toEqual([]);
  });
});
