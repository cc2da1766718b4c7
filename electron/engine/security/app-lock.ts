/**
 * The lock in front of the figures: while it is shut the engine answers no call. It opens with a passphrase, under
 * which the key of the sealed values is kept, so taking the lock's file away opens nothing that was sealed.
 * It shuts by hand, at the start, and after a time without anybody at the window.
 */

import { AppError } from '@shared/contract/errors';
import type { SecurityState } from '@shared/contract/security';
import { engineTexts } from '@shared/texts/engine-texts';
import { readDataKeyFile, writeDataKeyFile } from '../transport/data-key-file';
import { withRestored } from './data-keys';
import { unwrapKey, wrapKey } from './key-wrapping';
import type { SecretBox } from './secret-box';

const texts = engineTexts.keeping.locks;

const LOOK_MS = 5000;
/** After so many wrong passphrases the next one must wait. */
const TRIES = 5;
const WAIT_MS = 30_000;

export type Clock = { wall: () => number; steady: () => number };

const systemClock: Clock = { wall: () => Date.now(), steady: () => performance.now() };

export class AppLock {
  private key: Buffer | null = null;
  private isShut: boolean;
  private lastActivity: { wall: number; steady: number };
  private failures = 0;
  private mayTryAt = 0;
  private readonly timer: NodeJS.Timeout;
  private readonly listeners = new Set<(isLocked: boolean) => void>();

  constructor(
    private readonly dataDirectory: string,
    private readonly box: SecretBox,
    /** What the operating system gave to main. */
    private readonly systemKey: Buffer | null = null,
    private readonly clock: Clock = systemClock,
  ) {
    this.isShut = readDataKeyFile(dataDirectory)?.keptBy === 'passphrase';
    this.lastActivity = this.now();
    this.timer = setInterval(() => this.lockWhenIdle(), LOOK_MS);
    this.timer.unref();
  }

  get isLocked(): boolean {
    return this.isShut;
  }

  /** Called with each change. */
  onChange(listener: (isLocked: boolean) => void): void {
    this.listeners.add(listener);
  }

  state(): SecurityState {
    const file = readDataKeyFile(this.dataDirectory);
    return {
      keptBy: file?.keptBy ?? 'file',
      isKeyAvailable: !this.box.isLocked,
      isLockEnabled: file?.keptBy === 'passphrase',
      isLocked: this.isShut,
      idleMinutes: file?.keptBy === 'passphrase' ? file.idleMinutes : null,
      canCommandsRead: file?.keptBy === 'file',
    };
  }

  noteActivity(): void {
    this.lastActivity = this.now();
  }

  /** Throws LOCKED while it is shut. */
  assertOpen(): void {
    if (!this.isShut) return;
    throw new AppError('LOCKED', texts.isLocked.message, { nextStep: texts.isLocked.nextStep });
  }

  /** Jobs under way still need the key, so it stays in memory until DOSO is closed; calls are refused. */
  lock(): void {
    if (readDataKeyFile(this.dataDirectory)?.keptBy !== 'passphrase' || this.isShut) return;
    this.change(true);
  }

  /** Throws BAD_INPUT for a wrong passphrase, and for any while it must be waited for. */
  async unlock(passphrase: string | undefined): Promise<void> {
    const file = readDataKeyFile(this.dataDirectory);
    if (file?.keptBy !== 'passphrase') return;
    this.refuseHaste();
    try {
      this.key = await unwrapKey(file, passphrase);
    } catch (error) {
      this.failures += 1;
      if (this.failures >= TRIES) this.mayTryAt = this.clock.steady() + WAIT_MS;
      throw error;
    }
    this.failures = 0;
    this.box.unlock(withRestored(this.dataDirectory, this.key));
    this.noteActivity();
    this.change(false);
  }

  /**
   * Sets or changes passphrase and idle time. Changing them takes the present passphrase: who finds the window open must
   * not be able to shut its owner out. Throws BAD_INPUT for a wrong or a short one, LOCKED without the key.
   */
  async enable(passphrase: string, idleMinutes: number, present?: string): Promise<void> {
    if (readDataKeyFile(this.dataDirectory)?.keptBy === 'passphrase') await this.unlock(present);
    const key = this.key ?? this.readableKey();
    if (!key) throw new AppError('LOCKED', texts.noKeyToLock);
    writeDataKeyFile(this.dataDirectory, {
      keptBy: 'passphrase',
      ...(await wrapKey(key, passphrase)),
      idleMinutes,
    });
    this.key = key;
    this.noteActivity();
    this.change(false);
  }

  /** Throws BAD_INPUT for a wrong passphrase. The key goes back to a file; main gives it to the keyring again. */
  async disable(passphrase: string): Promise<void> {
    await this.unlock(passphrase);
    const { key } = this;
    if (!key) return;
    writeDataKeyFile(this.dataDirectory, { keptBy: 'file', key: key.toString('base64') });
    this.change(false);
  }

  /** Whether commands, which cannot ask the keyring, may use the key: it then lies in a file of the user's. */
  allowCommands(isAllowed: boolean): void {
    const key = this.readableKey();
    if (!key) throw new AppError('LOCKED', texts.commandsNeedPassphrase);
    const isForCommands = isAllowed;
    writeDataKeyFile(this.dataDirectory, { keptBy: 'file', key: key.toString('base64'), isForCommands });
  }

  close(): void {
    clearInterval(this.timer);
  }

  /** Looked for now and then; shuts it when nobody was there for as long as was set. */
  lockWhenIdle(): void {
    const file = readDataKeyFile(this.dataDirectory);
    if (this.isShut || file?.keptBy !== 'passphrase') return;
    const now = this.now();
    // A steady clock stands still while the computer sleeps, and the wall clock can be set: the longer time counts.
    const idle = Math.max(now.wall - this.lastActivity.wall, now.steady - this.lastActivity.steady);
    if (idle >= file.idleMinutes * 60_000) this.lock();
  }

  /** The key where no passphrase is needed for it. */
  private readableKey(): Buffer | null {
    const file = readDataKeyFile(this.dataDirectory);
    if (file?.keptBy === 'system') return this.systemKey;
    return file?.keptBy === 'file' ? Buffer.from(file.key, 'base64') : null;
  }

  private refuseHaste(): void {
    const seconds = Math.ceil((this.mayTryAt - this.clock.steady()) / 1000);
    if (this.failures < TRIES || seconds <= 0) return;
    throw new AppError('BAD_INPUT', texts.wait(seconds));
  }

  private now(): { wall: number; steady: number } {
    return { wall: this.clock.wall(), steady: this.clock.steady() };
  }

  private change(isLocked: boolean): void {
    this.isShut = isLocked;
    for (const listener of this.listeners) listener(isLocked);
  }
}
