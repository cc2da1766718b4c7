import { agedUnits } from './planning/aged-units';
import { gaps } from './planning/gaps';
import { limits } from './planning/limits';
import { notes } from './planning/notes';
import { orderSheet } from './planning/order-sheet';
import { planFailures } from './planning/plan-failures';
import { reasons } from './planning/reasons';

/** What planning, learning, replay and feedback say: reasons, remarks, limits, next steps. */
export const planning = { reasons, notes, limits, gaps, agedUnits, orderSheet, planFailures };
