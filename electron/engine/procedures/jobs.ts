import { implementer } from './implementer';

export const jobs = {
  list: implementer.jobs.list.handler(({ input, context }) => context.jobs.list(input.limit)),
  get: implementer.jobs.get.handler(({ input, context }) => context.jobs.get(input.jobId)),
  cancel: implementer.jobs.cancel.handler(({ input, context }) => context.jobs.cancel(input.jobId)),
};
