import type { Plan } from '@shared/contract/plan';
import { Meter } from '../../components/meter';
import { Panel } from '../../components/panel';
import { StatusPill } from '../../components/status-pill';
import { spellDays } from '../../lib/format';
import { texts } from '../../texts/texts';
import {
  describeShadowPrice,
  describeUse,
  isBinding,
  orderLimits,
  type PlanLimit,
  shareUsed,
} from './describe-limit';
import classes from './limits-panel.module.css';

const words = texts.orderPlan.limits;

/** What bounds the plan, how much of it is used, and what loosening it by one step would bring. */
export function LimitsPanel({ plan }: { plan: Plan }) {
  const prices = new Map(plan.shadowPrices.map((price) => [price.constraint, price]));
  return (
    <Panel title={words.title} isFlush isFilling testId="plan-limits">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling list must be reachable by keyboard */}
      <ul className={classes.list} tabIndex={0} aria-label={words.label}>
        {orderLimits(plan.limits).map((limit) => {
          const price = prices.get(limit.id);
          return (
            <li key={limit.id} className={classes.limit}>
              <LimitHead limit={limit} />
              {shareUsed(limit) !== null && <Meter share={shareUsed(limit) ?? 0} isFull={isBinding(limit)} />}
              {price && price.cents !== 0 && (
                <p className={classes.price}>{sentence(describeShadowPrice(price))}</p>
              )}
            </li>
          );
        })}
        {[plan.windowNote, ...plan.notes].map((note) => (
          <li key={note} className={classes.note}>
            {spellDays(note)}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function LimitHead({ limit }: { limit: PlanLimit }) {
  return (
    <div className={classes.head}>
      <span className={classes.name} title={words.from(spellDays(limit.source))}>
        {limit.label}
      </span>
      {isBinding(limit) && <StatusPill tone="caution">{words.binds}</StatusPill>}
      <span className={classes.use}>{describeUse(limit)}</span>
    </div>
  );
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
