import { plan } from './plan';
import { record } from './record';
import { review } from './review';

/** Words of the printed report, by section. */
export const report = { review, plan, record };
