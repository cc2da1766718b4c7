import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '@shared/contract/contract';
import type { MessagePortMain } from 'electron';

export type EngineClient = ContractRouterClient<Contract>;

/** Main's own line to the engine, for what main does itself: printing. */
export function createEngineClient(port: MessagePortMain): EngineClient {
  const client: EngineClient = createORPCClient(new RPCLink({ port }));
  port.start();
  return client;
}
