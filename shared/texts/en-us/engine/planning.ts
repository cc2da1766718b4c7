import { agedUnits } from './planning/aged-units';
import { exploration } from './planning/exploration';
import { gaps } from './planning/gaps';
import { learning } from './planning/learning';
import { limits } from './planning/limits';
import { notes } from './planning/notes';
import { orderSheet } from './planning/order-sheet';
import { planFailures } from './planning/plan-failures';
import { reasons } from './planning/reasons';
import { replays } from './planning/replays';

/** What planning, learning, replay and feedback say: reasons, remarks, limits, next steps. */
export const planning = {
  reasons,
  notes,
  limits,
  gaps,
  agedUnits,
  orderSheet,
  planFailures,
  learning,
  exploration,
  replays,
};
