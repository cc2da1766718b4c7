/** Where a language model may be asked: over https, or without it on this computer and in the house's own network. */
import { AppError } from '@shared/contract/errors';

const LOCAL_HOST =
  /^(localhost|127(\.\d+){3}|\[::1\]|10(\.\d+){3}|192\.168(\.\d+){2}|172\.(1[6-9]|2\d|3[01])(\.\d+){2}|[\w-]+\.(local|localhost|internal))$/i;

export function isLocalAddress(address: string): boolean {
  return LOCAL_HOST.test(new URL(address).hostname);
}

/** Throws BAD_INPUT where a key or a figure could be read on the way. */
export function refuseOpenAddress(address: string): void {
  const { protocol, username, password } = new URL(address);
  if (username !== '' || password !== '') {
    throw new AppError('BAD_INPUT', 'The address may not hold a name or a password.', {
      nextStep: 'Give the key in its own field, where it is stored encrypted.',
    });
  }
  if (protocol === 'https:' || isLocalAddress(address)) return;
  throw new AppError('BAD_INPUT', `${address} would send your key readable across the internet.`, {
    nextStep: 'Use an address that begins with https://, or one on this computer or in your own network.',
  });
}
