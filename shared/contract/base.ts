import { oc } from '@orpc/contract';
import { commonErrors } from './errors';

/** Where every procedure starts: the shared errors are part of its contract. */
export const procedure = oc.errors(commonErrors);
