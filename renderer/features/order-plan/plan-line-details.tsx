import { Button } from '@mantine/core';
import type { LineExploration } from '@shared/contract/exploration';
import type { LineOrdering } from '@shared/contract/ordering-profile';
import type { PlanLine, PlanLineFacts } from '@shared/contract/plan';
import { useState } from 'react';
import { Meter } from '../../components/meter';
import { StatusPill } from '../../components/status-pill';
import { formatDay, formatMoney, formatPercent, formatScore, spellDays } from '../../lib/format';
import { texts } from '../../texts/texts';
import { describeDemand } from './describe-demand';
import { EvidenceDrawer } from './evidence-drawer';
import classes from './plan-line-details.module.css';

const words = texts.orderPlan.lines.details;

type MarketStanding = NonNullable<PlanLineFacts['market']>;

const PARTS = ['gross', 'daysToTurn', 'market', 'forecast'] as const;

/** Why this line: the reasons, what each further unit is expected to bring, and the parts of the score. */
export function PlanLineDetails({ planId, line }: { planId: string; line: PlanLine }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={classes.details} data-testid="plan-line-details">
      <section>
        <h3 className={classes.title}>{words.why}</h3>
        <ul className={classes.reasons}>
          {line.reasons.map((reason) => (
            <li key={reason}>{spellDays(reason)}</li>
          ))}
          {line.notScoredBecause && <li>{words.notScored(line.notScoredBecause)}</li>}
          {line.decision?.reason && <li>{words.yourReason(line.decision.reason)}</li>}
        </ul>
        {line.facts?.demandOfTrim && (
          <p className={classes.facts} data-testid="plan-line-demand">
            {describeDemand(line.facts.demandOfTrim, line.build.trim)}
          </p>
        )}
        {line.facts && <Facts facts={line.facts} />}
        {line.facts?.ordering && line.quantity > 0 && (
          <p className={classes.colors}>{describeOrdering(line.facts.ordering)}</p>
        )}
        {line.exploration && <Draw exploration={line.exploration} />}
        {line.colors.length > 0 && (
          <p className={classes.colors}>
            {words.colours(line.colors.map(({ color, units }) => `${units} ${color}`).join(', '))}
          </p>
        )}
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => setOpen(true)}
          data-testid="plan-line-evidence"
        >
          {words.showRows}
        </Button>
        <EvidenceDrawer planId={planId} line={line} isOpen={isOpen} onClose={() => setOpen(false)} />
      </section>
      <section>
        <h3 className={classes.title}>{words.eachUnit}</h3>
        <ol className={classes.units}>
          {line.marginalValuesCents.map((cents, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a unit is its place in the order
            <li key={index} data-ordered={index < line.quantity || undefined}>
              <span>{index + 1}</span>
              <strong>{formatMoney(cents)}</strong>
              <span>{index < line.quantity ? words.ordered : ''}</span>
            </li>
          ))}
        </ol>
      </section>
      <section>
        <h3 className={classes.title}>{words.score}</h3>
        <dl className={classes.parts}>
          {PARTS.map((part) => (
            <div key={part} className={classes.part}>
              <dt>{words.parts[part]}</dt>
              <dd>
                {line.parts[part] === null ? (
                  words.noData
                ) : (
                  <>
                    <Meter share={line.parts[part] ?? 0} width={80} />
                    {formatScore(line.parts[part])}
                  </>
                )}
              </dd>
            </div>
          ))}
        </dl>
        {line.facts?.market && <p className={classes.market}>{describeMarket(line.facts.market)}</p>}
      </section>
    </div>
  );
}

/** What the market part rests on, as far as it is known. */
function describeMarket({ share, trend, supplyToRivals, priceToRivals }: MarketStanding): string {
  const against = (ratio: number, by: { more(part: string): string; less(part: string): string }) =>
    (ratio >= 1 ? by.more : by.less)(formatPercent(Math.abs(ratio - 1)));
  return [
    words.market.share(formatPercent(share)),
    trend === null ? null : against(1 + trend, words.market.trend),
    supplyToRivals === null ? null : against(supplyToRivals, words.market.supply),
    priceToRivals === null ? null : against(priceToRivals, words.market.price),
  ]
    .filter((part) => part !== null)
    .join(', ');
}

function describeOrdering({ priority, orderOn }: LineOrdering): string {
  const day = formatDay(orderOn);
  return priority === null ? words.goesIn(day) : words.goesInWith(day, priority);
}

/** What could have been drawn for the line's last unit, each with its chance. */
function Draw({ exploration: { choices } }: { exploration: LineExploration }) {
  return (
    <p className={classes.colors} data-testid="plan-line-draw">
      {words.drawn(
        choices
          .map(
            ({ title, valueCents, probability }) =>
              `${title} ${formatMoney(valueCents)}, ${formatPercent(probability)}`,
          )
          .join('; '),
      )}
    </p>
  );
}

/** What a unit costs a day and how likely it turns in time; what it earns stands in the reasons. */
function Facts({ facts }: { facts: PlanLineFacts }) {
  const { interestPerDayCents, otherPerDayCents, erosionPerDayCents, turnChance, isCore } = facts;
  return (
    <p className={classes.facts}>
      {isCore && (
        <>
          <StatusPill tone="good">{words.core}</StatusPill>{' '}
        </>
      )}
      {words.sells({
        chance: formatPercent(turnChance),
        aDay: formatMoney(interestPerDayCents + otherPerDayCents),
        beyondTarget: erosionPerDayCents >= 50 ? formatMoney(erosionPerDayCents) : null,
      })}
    </p>
  );
}
