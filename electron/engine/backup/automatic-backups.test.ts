import { describe, expect, it } from 'vitest';
import { automaticBackupName, isDailyBackupDue, namesToRemove } from './automatic-backups';

const daily = (instant: string) => automaticBackupName('daily', new Date(instant));
const migration = (instant: string) => automaticBackupName('migration', new Date(instant));

describe('automatic backups', () => {
  it('are named by instant and reason', () => {
    expect(daily('2026-11-23T07:28:05.123Z')).toBe('doso-2026-11-23T07-28-05Z-daily.dosobackup');
  });

  it('are due a day after the last daily one, whatever other backups there are', () => {
    const now = new Date('2026-11-23T08:00:00Z');
    expect(isDailyBackupDue([], now)).toBe(true);
    expect(isDailyBackupDue([migration('2026-11-23T07:00:00Z')], now)).toBe(true);
    expect(isDailyBackupDue([daily('2026-11-22T08:00:01Z')], now)).toBe(false);
    expect(isDailyBackupDue([daily('2026-11-22T08:00:00Z')], now)).toBe(true);
  });

  it('are due when the clock went back further than a day, and only then', () => {
    const now = new Date('2026-11-23T08:00:00Z');
    expect(isDailyBackupDue([daily('2026-11-23T20:00:00Z')], now)).toBe(false);
    expect(isDailyBackupDue([daily('2027-11-23T08:00:00Z')], now)).toBe(true);
  });

  it('keep the newest seven daily ones and three from before migrations, and no stranger is removed', () => {
    const days = Array.from({ length: 9 }, (_, index) => daily(`2026-11-0${index + 1}T08:00:00Z`));
    const migrations = Array.from({ length: 4 }, (_, index) => migration(`2026-10-0${index + 1}T08:00:00Z`));
    const names = [...days, ...migrations, 'my own.dosobackup', 'notes.txt'];
    expect(namesToRemove(names).sort()).toEqual([migrations[0], days[0], days[1]].sort());
  });
});
