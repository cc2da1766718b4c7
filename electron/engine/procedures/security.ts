import { AppError } from '@shared/contract/errors';
import { engineTexts } from '@shared/texts/engine-texts';
import type { EngineContext } from '../engine-context';
import type { AppLock } from '../security/app-lock';
import { implementer } from './implementer';

const texts = engineTexts.keeping.locks;

function lockOf({ lock }: EngineContext): AppLock {
  if (!lock) throw new AppError('NOT_FOUND', texts.none);
  return lock;
}

export const security = {
  getState: implementer.security.getState.handler(({ context }) => lockOf(context).state()),
  unlock: implementer.security.unlock.handler(async ({ context, input }) => {
    await lockOf(context).unlock(input.passphrase);
    return lockOf(context).state();
  }),
  lock: implementer.security.lock.handler(({ context }) => {
    lockOf(context).lock();
    return lockOf(context).state();
  }),
  noteActivity: implementer.security.noteActivity.handler(({ context }) => {
    lockOf(context).noteActivity();
    return {};
  }),
  setLock: implementer.security.setLock.handler(async ({ context, input }) => {
    await lockOf(context).enable(input.passphrase, input.idleMinutes, input.present);
    return lockOf(context).state();
  }),
  removeLock: implementer.security.removeLock.handler(async ({ context, input }) => {
    await lockOf(context).disable(input.passphrase);
    return lockOf(context).state();
  }),
  allowCommands: implementer.security.allowCommands.handler(({ context, input }) => {
    lockOf(context).allowCommands(input.isAllowed);
    return lockOf(context).state();
  }),
};
