import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openSecretBox } from '@engine/security/data-keys';
import { readDataKeyFile, writeDataKeyFile } from '@engine/transport/data-key-file';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSystemKey, type Vault } from './system-key';

/** A keyring that reverses the text, and one that is not there. */
const turned = (text: string) => [...text].reverse().join('');
const keyring: Vault = { isAvailable: () => true, seal: turned, open: turned };
const none: Vault = { ...keyring, isAvailable: () => false };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'doso-key-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const boxOf = (key: string | null) => openSecretBox(folder, key === null ? null : Buffer.from(key, 'base64'));

describe('the key of sealed values', () => {
  it('is kept by the keyring where there is one, and not readable in the folder', () => {
    const key = readSystemKey(folder, keyring);
    expect(readFileSync(path.join(folder, 'data-key.json'), 'utf8')).not.toContain(key);
    const sealed = boxOf(key).seal('48127');
    expect(boxOf(readSystemKey(folder, keyring)).open(sealed)).toBe('48127');
    // A command gets no key from the keyring, and must not make a new one.
    expect(boxOf(null).isLocked).toBe(true);
    expect(readDataKeyFile(folder)?.keptBy).toBe('system');
  });

  it('is kept in a file of the user’s where there is none, and moved into a keyring that comes later', () => {
    expect(readSystemKey(folder, none)).toBeNull();
    const sealed = boxOf(null).seal('48127');
    expect(readDataKeyFile(folder)?.keptBy).toBe('file');
    if (process.platform !== 'win32')
      expect(statSync(path.join(folder, 'data-key.json')).mode & 0o777).toBe(0o600);
    expect(boxOf(readSystemKey(folder, keyring)).open(sealed)).toBe('48127');
    expect(readDataKeyFile(folder)?.keptBy).toBe('system');
  });

  it('stays in the file when the user wants commands to have it', () => {
    const key = Buffer.alloc(32, 7).toString('base64');
    writeDataKeyFile(folder, { keptBy: 'file', key, isForCommands: true });
    expect(readSystemKey(folder, keyring)).toBeNull();
    expect(boxOf(null).isLocked).toBe(false);
  });

  it('is not replaced when the keyring has lost it', () => {
    const key = readSystemKey(folder, keyring);
    const sealed = boxOf(key).seal('48127');
    const lost: Vault = {
      ...keyring,
      open: () => {
        throw new Error('no such secret');
      },
    };
    const box = boxOf(readSystemKey(folder, lost));
    expect(box.isLocked).toBe(true);
    expect(box.open(sealed)).toBe('(encrypted)');
    expect(boxOf(readSystemKey(folder, keyring)).open(sealed)).toBe('48127');
  });
});
