import { describe, expect, it } from 'vitest';
import { shareLines } from './share-of-months';

const model = (name: string, isOwn: boolean, units: number[]) => ({ make: 'X', model: name, isOwn, units });

describe('shareLines', () => {
  it('takes three months together, and knows nothing before', () => {
    const lines = shareLines(
      {
        segment: 'Truck',
        models: [model('Rival', false, [90, 90, 60, 0]), model('Own', true, [10, 20, 30, 0])],
      },
      4,
    );
    // 10 + 20 + 30 of 100 + 110 + 90 are 60 of 300; a month on, 20 + 30 + 0 of 110 + 90 + 0 are 50 of 200.
    expect(lines[0]).toEqual({ name: 'X Own', isOwn: true, shares: [null, null, 0.2, 0.25], units: 60 });
    expect(lines[1]?.name).toBe('X Rival');
  });

  it('has no share where nothing was sold', () => {
    expect(shareLines({ segment: 'Van', models: [model('Own', true, [0, 0, 0])] }, 3)[0]?.shares).toEqual([
      null,
      null,
      null,
    ]);
  });
});
