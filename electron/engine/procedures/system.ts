import { readStatus } from '../stores/read-status';
import { implementer } from './implementer';

export const system = {
  ping: implementer.system.ping.handler(() => ({ ok: true as const })),
  getStatus: implementer.system.getStatus.handler(({ context, input }) => readStatus(context, input.asOf)),
};
