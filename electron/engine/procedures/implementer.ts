/** Where every procedure's implementation starts: the contract, the engine's context, errors mapped once. */
import { implement, ORPCError } from '@orpc/server';
import { contract } from '@shared/contract/contract';
import { OPEN_WHILE_LOCKED } from '@shared/contract/security';
import type { EngineContext } from '../engine-context';
import { toErrorReply } from '../jobs/error-reply';

const bare = implement(contract).$context<EngineContext>();

export const implementer = bare.use(async ({ next, context, path }) => {
  const name = path.join('.');
  try {
    if (!OPEN_WHILE_LOCKED.includes(name)) context.lock?.assertOpen();
    return await (context.telemetry ? context.telemetry.call(name, async () => next()) : next());
  } catch (error) {
    if (error instanceof ORPCError) throw error;
    const { code, message, details, nextStep } = toErrorReply(error, context.logger);
    throw new ORPCError(code, { defined: true, message, data: { details, nextStep } });
  }
});
