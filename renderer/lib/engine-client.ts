/**
 * The one client of the engine: typed by the contract, over whichever port is current. Screens use `orpc`
 * (query and mutation options) and, for pages of a grid, `engine` itself.
 */
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import type { Contract } from '@shared/contract/contract';
import { type DesktopBridge, enginePortMessage } from '@shared/contract/desktop-bridge';
import { AppError } from '@shared/contract/errors';
import { createSwappableLink } from './swappable-link';

export type EngineClient = ContractRouterClient<Contract>;

export const engineLink = createSwappableLink();
export const engine: EngineClient = createORPCClient(engineLink);
export const orpc = createTanstackQueryUtils(engine);

/** Asks the desktop for a port and takes every later one; a lost engine ends the calls it still owes. */
export function connectEngine(bridge: DesktopBridge): void {
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    const port = event.ports[0];
    if (event.source !== window || !port || !isPortMessage(event.data)) return;
    port.start();
    engineLink.attach(new RPCLink({ port }));
  });
  bridge.onEngineState(({ state, message }) => {
    if (state === 'restarting') engineLink.detach();
    if (state === 'failed') {
      engineLink.fail(new AppError('DATABASE_FAILED', message ?? 'The engine could not start.'));
    }
  });
  bridge.requestEnginePort();
}

function isPortMessage(data: unknown): boolean {
  if (data === enginePortMessage) return true;
  return typeof data === 'object' && data !== null && 'type' in data && data.type === enginePortMessage;
}
