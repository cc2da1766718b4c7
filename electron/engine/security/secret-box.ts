/**
 * Seals text values that may not lie readable in the database: customer ZIP codes, notes, keys and passwords.
 * AES-256-GCM with a nonce made from the content, so that equal values are sealed equally: importing the same row twice
 * changes nothing, and SQL can still group by a sealed value. That much can be seen from outside, and no more.
 */

import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync } from 'node:crypto';
import { AppError } from '@shared/contract/errors';
import { engineTexts } from '@shared/texts/engine-texts';

const noKey = engineTexts.keeping.locks.noKeyToSeal;

export const SEALED_PREFIX = 'sealed:1:';
/** Shown in the place of a value whose key is not here. */
export const UNREADABLE = '(encrypted)';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** A store has a few hundred ZIP codes, and asks for the same ones again and again. */
const MOST_KEPT = 20_000;

type Key = { bytes: Buffer; id: string; encryption: Buffer; nonce: Buffer };

export class SecretBox {
  private keys: Key[] = [];
  private readonly sealed = new Map<string, string>();

  /** The first key seals; all of them open. None: locked. */
  constructor(keys: readonly Buffer[] = []) {
    this.unlock(keys);
  }

  get isLocked(): boolean {
    return this.keys.length === 0;
  }

  unlock(keys: readonly Buffer[]): void {
    this.sealed.clear();
    this.keys = keys.map(toKey);
  }

  /** Base64 of the key that seals; null when locked. */
  exportKey(): string | null {
    return this.keys[0]?.bytes.toString('base64') ?? null;
  }

  lock(): void {
    this.unlock([]);
  }

  /** Throws LOCKED without a key: storing the value readable, or not at all, would both be wrong. */
  seal(text: string): string {
    const [key] = this.keys;
    if (!key) {
      throw new AppError('LOCKED', noKey.message, { nextStep: noKey.nextStep });
    }
    const known = this.sealed.get(text);
    if (known !== undefined) return known;
    const sealed = sealWith(key, text);
    if (this.sealed.size >= MOST_KEPT) this.sealed.clear();
    this.sealed.set(text, sealed);
    return sealed;
  }

  /** The text itself when it is not sealed, and UNREADABLE when it was sealed with a key that is not here. */
  open(text: string): string {
    if (!text.startsWith(SEALED_PREFIX)) return text;
    const [id, content] = text.slice(SEALED_PREFIX.length).split('.');
    const key = this.keys.find((known) => known.id === id);
    if (!key || content === undefined) return UNREADABLE;
    try {
      return openWith(key, Buffer.from(content, 'base64url'));
    } catch {
      return UNREADABLE;
    }
  }

  /** A JSON document in which sealed values are opened. */
  openJson(text: string): unknown {
    if (!text.includes(SEALED_PREFIX)) return JSON.parse(text);
    return JSON.parse(text, (_, value: unknown) => (typeof value === 'string' ? this.open(value) : value));
  }
}

function toKey(bytes: Buffer): Key {
  const derive = (use: string) => Buffer.from(hkdfSync('sha256', bytes, '', ['doso', use].join(' '), 32));
  return {
    bytes,
    id: createHash('sha256').update(bytes).digest('hex').slice(0, 8),
    encryption: derive('encryption'),
    nonce: derive('nonce'),
  };
}

function sealWith({ id, encryption, nonce: nonceKey }: Key, text: string): string {
  const nonce = createHmac('sha256', nonceKey).update(text).digest().subarray(0, NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', encryption, nonce);
  const content = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  const whole = Buffer.concat([nonce, cipher.getAuthTag(), content]);
  return `${SEALED_PREFIX}${id}.${whole.toString('base64url')}`;
}

function openWith({ encryption }: Key, whole: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', encryption, whole.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(whole.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  const content = whole.subarray(NONCE_BYTES + TAG_BYTES);
  return Buffer.concat([decipher.update(content), decipher.final()]).toString('utf8');
}
