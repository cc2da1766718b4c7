import { implementer } from './implementer';

export const events = {
  subscribe: implementer.events.subscribe.handler(({ context, signal }) => context.events.subscribe(signal)),
};
