import { readOverview } from '../overview/read-overview';
import { resolveScope } from '../stores/resolve-scope';
import { implementer } from './implementer';

export const overview = {
  get: implementer.overview.get.handler(async ({ context, input }) =>
    readOverview(context.db, await resolveScope(context.db, input), context.now(), input.windowDays),
  ),
};
