import { Checkbox } from '@mantine/core';
import type { PlanLine } from '@shared/contract/plan';
import type { Build } from '@shared/domain/build';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { Meter } from '../../components/meter';
import { StatusPill } from '../../components/status-pill';
import type { Tone } from '../../components/tone';
import { formatCount, formatDecimal, formatMoney, formatScore } from '../../lib/format';
import { texts } from '../../texts/texts';
import { DecisionButtons } from './decision-buttons';
import { PLAN_COLUMNS } from './plan-head';
import { PlanLineDetails } from './plan-line-details';
import classes from './plan-lines.module.css';
import type { Decision } from './use-decisions';

const words = texts.orderPlan.lines.row;

type Props = {
  planId: string;
  line: PlanLine;
  index: number;
  isCurrent: boolean;
  isSelected: boolean;
  isExpanded: boolean;
  isBusy: boolean;
  onFocus(): void;
  onSelect(): void;
  onToggle(): void;
  onDecide(decision: Decision): void;
  onUndo(): void;
};

export function PlanLineRow(props: Props) {
  const { line, index, isCurrent, isSelected, isExpanded, isBusy } = props;
  const Chevron = isExpanded ? IconChevronDown : IconChevronRight;
  return (
    <>
      <tr
        data-line
        data-current={isCurrent || undefined}
        data-selected={isSelected || undefined}
        data-testid={`plan-line-${index + 1}`}
        data-decision={line.decision?.decision}
        tabIndex={isCurrent ? 0 : -1}
        onFocus={props.onFocus}
        aria-selected={isSelected}
      >
        <td className={classes.check}>
          <Checkbox
            size="xs"
            tabIndex={-1}
            aria-label={words.select(shortTitle(line.build))}
            checked={isSelected}
            onChange={props.onSelect}
          />
        </td>
        <td>
          <button
            type="button"
            tabIndex={-1}
            className={classes.build}
            onClick={props.onToggle}
            aria-expanded={isExpanded}
            data-testid={`plan-why-${index + 1}`}
          >
            <Chevron size={14} aria-hidden />
            <span className={classes.words}>
              <span className={classes.title}>{shortTitle(line.build)}</span>
              <span className={classes.rest}>
                {line.exploration?.insteadOf && (
                  <span className={classes.tried} data-testid={`plan-tried-${index + 1}`}>
                    {words.tried}
                  </span>
                )}
                {restOfBuild(line.build)}
              </span>
            </span>
          </button>
        </td>
        <td data-number className={classes.quantity}>
          <Quantity line={line} />
        </td>
        <td>
          <Score line={line} />
        </td>
        <td data-number>{formatMoney(line.expectedValueCents)}</td>
        <td data-number>{formatMoney(line.unitCostCents)}</td>
        <td data-number>
          {formatCount(line.onHand)} + {formatCount(line.pipeline)}
        </td>
        <td data-number>{formatDecimal(line.demand)}</td>
        <td>
          <div className={classes.decision}>
            <DecisionPill line={line} />
            <DecisionButtons
              isBusy={isBusy}
              canUndo={line.decision !== null}
              onDecide={props.onDecide}
              onUndo={props.onUndo}
              testIdSuffix={`-${index + 1}`}
            />
          </div>
        </td>
      </tr>
      {isExpanded && (
        <tr className={classes.details}>
          <td colSpan={PLAN_COLUMNS}>
            <PlanLineDetails planId={props.planId} line={line} />
          </td>
        </tr>
      )}
    </>
  );
}

/** What will be ordered: the user's number once there is one, with the plan's beside it. */
function Quantity({ line: { decision, quantity, uncappedQuantity } }: { line: PlanLine }) {
  if (decision?.decision === 'changed') {
    return (
      <>
        {formatCount(decision.quantity)}
        <span className={classes.aside}> {words.was(formatCount(quantity))}</span>
      </>
    );
  }
  // A unit that is tried to learn may be one more than would be ordered without limits.
  if (uncappedQuantity <= quantity) return <>{formatCount(quantity)}</>;
  return (
    <>
      {formatCount(quantity)}
      <span className={classes.aside}> {words.of(formatCount(uncappedQuantity))}</span>
    </>
  );
}

function shortTitle(build: Build): string {
  return [build.model, build.trim].filter(Boolean).join(' ');
}

function restOfBuild(build: Build): string {
  return [
    build.modelYear,
    build.body,
    build.drivetrain,
    build.engine,
    build.package,
    build.exteriorColor,
    build.interiorColor,
  ]
    .filter(Boolean)
    .join(', ');
}

function Score({ line }: { line: PlanLine }) {
  if (line.score === null) {
    return (
      <span className={classes.rest} title={line.notScoredBecause ?? undefined}>
        {words.notScored}
      </span>
    );
  }
  return (
    <span className={classes.score}>
      {formatScore(line.score)}
      <Meter share={line.score} width={36} />
    </span>
  );
}

const TONES: Record<Decision, Tone | 'neutral'> = {
  accepted: 'good',
  changed: 'caution',
  declined: 'neutral',
};

function DecisionPill({ line: { decision } }: { line: PlanLine }) {
  if (!decision) return null;
  return (
    <StatusPill tone={TONES[decision.decision]} {...(decision.reason && { title: decision.reason })}>
      {words.decisions[decision.decision]}
    </StatusPill>
  );
}
