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
import { texts } from '../texts/texts';
import { createPortRequests } from './port-requests';
import { createSwappableLink } from './swappable-link';

export type EngineClient = ContractRouterClient<Contract>;

export const engineLink = createSwappableLink();
export const engine: EngineClient = createORPCClient(engineLink);
export const orpc = createTanstackQueryUtils(engine);

/** Takes the ports that the desktop hands out, and asks for one at the start and after each loss. */
export function connectEngine(bridge: DesktopBridge): void {
  const requests = createPortRequests(() => bridge.requestEnginePort());
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    const port = event.ports[0];
    if (event.source !== window || !port || !isPortMessage(event.data)) return;
    if (!requests.arrived()) {
      port.close();
      return;
    }
    port.start();
    engineLink.attach(new RPCLink({ port }));
  });
  bridge.onEngineState(({ state, message }) => {
    if (state === 'restarting' || state === 'resting') {
      engineLink.detach();
      requests.lost();
    }
    if (state === 'starting') engineLink.waitForNext();
    if (state === 'ready') requests.engineReady();
    if (state === 'failed') {
      const reason = message ?? texts.engine.errors.notStarted;
      engineLink.fail(new AppError('DATABASE_FAILED', reason, { nextStep: '' }));
      requests.lost();
    }
  });
  requests.begin();
}

function isPortMessage(data: unknown): boolean {
  if (data === enginePortMessage) return true;
  return typeof data === 'object' && data !== null && 'type' in data && data.type === enginePortMessage;
}
