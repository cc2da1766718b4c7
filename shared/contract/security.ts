import { z } from 'zod';
import { procedure } from './base';

/** Who keeps the key of what is stored encrypted, and the lock in front of the figures. */
export const securityStateSchema = z.object({
  /** The operating system's keyring, a file that only the user may read, or the app lock's passphrase. */
  keptBy: z.enum(['system', 'file', 'passphrase']),
  /** False where the keyring did not give the key, and while the lock is shut. */
  isKeyAvailable: z.boolean(),
  isLockEnabled: z.boolean(),
  isLocked: z.boolean(),
  /** Minutes without anybody at the window until it locks; null without a lock. */
  idleMinutes: z.int().nullable(),
  /** Whether commands get at the key by themselves. */
  canCommandsRead: z.boolean(),
});
export type SecurityState = z.infer<typeof securityStateSchema>;

const passphrase = z.string().max(1000);
const state = procedure.input(z.object({})).output(securityStateSchema);

export const security = {
  getState: state,
  /** BAD_INPUT for a wrong passphrase. */
  unlock: procedure.input(z.object({ passphrase })).output(securityStateSchema),
  lock: state,
  /** Somebody is at the window. */
  noteActivity: procedure.input(z.object({})).output(z.object({})),
  /** Sets the lock, or changes it with its present passphrase. BAD_INPUT for a wrong one and for one that is too short. */
  setLock: procedure
    .input(z.object({ passphrase, idleMinutes: z.int().min(1).max(480), present: passphrase.optional() }))
    .output(securityStateSchema),
  removeLock: procedure.input(z.object({ passphrase })).output(securityStateSchema),
  allowCommands: procedure.input(z.object({ isAllowed: z.boolean() })).output(securityStateSchema),
};

/** What is answered while the lock is shut, as `area.procedure`. */
export const OPEN_WHILE_LOCKED: readonly string[] = [
  'security.getState',
  'security.unlock',
  'system.ping',
  'events.subscribe',
];
