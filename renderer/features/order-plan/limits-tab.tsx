import type { Plan } from '@shared/contract/plan';
import type { MovedLimit } from '@shared/contract/plan-limits';
import { KeptLimits } from './kept-limits';
import classes from './order-plan-screen.module.css';
import { SensitivityPanel } from './sensitivity-panel';
import { WhatIfPanel } from './what-if-panel';

type Props = { plan: Plan; isBusy: boolean; onMake(moved: MovedLimit[]): void };

/** Everything about limits: what moving them would do, how sure the plan is, and those kept with the store. */
export function LimitsTab({ plan, isBusy, onMake }: Props) {
  return (
    <div className={classes.scroll}>
      <WhatIfPanel key={plan.id} plan={plan} isBusy={isBusy} onMake={onMake} />
      <div className={classes.pair}>
        <SensitivityPanel plan={plan} />
        <KeptLimits />
      </div>
    </div>
  );
}
