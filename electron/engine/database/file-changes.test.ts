import { describe, expect, it } from 'vitest';
import { BLOCK_BYTES, FileChanges } from './file-changes';

describe('changes of files', () => {
  it('are told by block, once, and only while they are watched', () => {
    const changes = new FileChanges();
    changes.noteWrite('base/1/2', 0, 8192);
    changes.start();
    changes.noteWrite('base/1/2', BLOCK_BYTES - 1, 2);
    changes.noteWrite('base/1/2', 5 * BLOCK_BYTES, BLOCK_BYTES);
    expect(changes.take()).toEqual(new Map([['base/1/2', new Set([0, 1, 5])]]));
    expect(changes.take()).toEqual(new Map());
    changes.stop();
    expect(() => changes.take()).toThrow();
  });

  it('of a file that was cut or replaced count for the whole of it, whatever is written later', () => {
    const changes = new FileChanges();
    changes.start();
    changes.noteWrite('a', 0, 10);
    changes.noteWhole('a');
    changes.noteWrite('a', 0, 10);
    expect(changes.take()).toEqual(new Map([['a', 'whole']]));
  });

  it('have one watcher', () => {
    const changes = new FileChanges();
    changes.start();
    expect(() => changes.start()).toThrow();
  });
});
