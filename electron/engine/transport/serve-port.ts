import type { SupportedMessagePort } from '@orpc/client/message-port';
import { RPCHandler } from '@orpc/server/message-port';
import type { EngineContext } from '../engine-context';
import { router } from '../procedures/router';

/** Answers contract calls on a port, until the port closes. */
export function createPortServer(context: EngineContext): (port: SupportedMessagePort) => void {
  const handler = new RPCHandler(router);
  return (port) => handler.upgrade(port, { context });
}
