import { Button, Slider } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { Plan } from '@shared/contract/plan';
import type { MovedLimit, WhatIf } from '@shared/contract/plan-limits';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Delta } from '../../components/delta';
import { ErrorPanel } from '../../components/error-panel';
import { Panel } from '../../components/panel';
import { Sentence } from '../../components/sentence';
import { StatusPill } from '../../components/status-pill';
import { orpc } from '../../lib/engine-client';
import { formatCount, formatDecimal, formatMoney, formatMoneyCompact } from '../../lib/format';
import { texts } from '../../texts/texts';
import {
  type LimitRange,
  type Moves,
  movableLimits,
  movedList,
  moveLimit,
  sliderValue,
} from './moved-limits';
import classes from './what-if-panel.module.css';

const words = texts.orderPlan.limits.whatIf;

type Props = { plan: Plan; isBusy: boolean; onMake(moved: MovedLimit[]): void };

/** Moves limits to see what they cost: an estimate while a slider moves, the exact order once it rests. */
export function WhatIfPanel({ plan, isBusy, onMake }: Props) {
  const [moves, setMoves] = useState<Moves>({});
  const isMoved = Object.keys(moves).length > 0;
  return (
    <Panel
      title={words.title}
      note={words.note}
      isFlush
      testId="what-if"
      actions={
        isMoved && (
          <>
            <Button variant="default" size="compact-xs" onClick={() => setMoves({})}>
              {words.putBack}
            </Button>
            <Button
              size="compact-xs"
              loading={isBusy}
              onClick={() => onMake(movedList(moves))}
              data-testid="what-if-make"
            >
              {words.make}
            </Button>
          </>
        )
      }
    >
      <ul className={classes.list}>
        {movableLimits(plan).map((range) => (
          <LimitSlider
            key={range.limit.id}
            range={range}
            moves={moves}
            onMove={(value) => setMoves((before) => moveLimit(before, range, value))}
          />
        ))}
      </ul>
      {isMoved && <Answers plan={plan} moves={moves} />}
    </Panel>
  );
}

type SliderProps = { range: LimitRange; moves: Moves; onMove(value: number): void };

function LimitSlider({ range, moves, onMove }: SliderProps) {
  const { limit, most, step } = range;
  const isMoved = limit.id in moves;
  const bound = isMoved ? (moves[limit.id] ?? null) : limit.bound;
  return (
    <li>
      <div className={classes.head}>
        <span className={classes.name} title={limit.label}>
          {limit.label}
        </span>
        <span className={classes.bound} data-moved={isMoved || undefined}>
          {writeBound(limit, bound)}
        </span>
      </div>
      <Slider
        size="sm"
        thumbLabel={limit.label}
        label={null}
        min={0}
        max={most}
        step={step}
        value={sliderValue(range, moves)}
        onChange={onMove}
        data-testid={`what-if-${limit.id}`}
      />
    </li>
  );
}

function writeBound({ kind, unit }: LimitRange['limit'], bound: number | null): string {
  if (bound === null) return texts.orderPlan.limits.use.unlimited;
  if (kind === 'budget') return formatMoneyCompact(bound);
  return unit === 'percent' ? `${formatCount(bound)} %` : formatCount(bound);
}

const ESTIMATE_AFTER_MS = 80;
const EXACT_AFTER_MS = 600;

function Answers({ plan, moves }: { plan: Plan; moves: Moves }) {
  const [soon] = useDebouncedValue(moves, ESTIMATE_AFTER_MS);
  const [rested] = useDebouncedValue(moves, EXACT_AFTER_MS);
  const estimate = useQuery(
    orpc.plan.estimate.queryOptions({
      input: { planId: plan.id, limits: movedList(soon) },
      placeholderData: keepPreviousData,
    }),
  );
  const exact = useQuery(
    orpc.plan.tryLimits.queryOptions({
      input: { planId: plan.id, limits: movedList(rested) },
      enabled: rested === moves,
    }),
  );
  const answer = rested === moves && exact.data ? exact.data : estimate.data;
  if (estimate.isError) return <ErrorPanel error={estimate.error} onRetry={() => void estimate.refetch()} />;
  return answer ? <Answer plan={plan} answer={answer} /> : null;
}

function Answer({ plan, answer }: { plan: Plan; answer: WhatIf }) {
  if (answer.conflict) {
    return (
      <div className={classes.answer} data-testid="what-if-answer">
        <StatusPill tone="act">{words.conflict}</StatusPill>
        <span>{words.loosen(answer.conflict.map(({ label }) => label))}</span>
      </div>
    );
  }
  const { totals } = plan;
  const units = answer.isEstimate ? formatDecimal(answer.units) : formatCount(answer.units);
  return (
    <>
      <div className={classes.answer} aria-live="polite" data-testid="what-if-answer">
        {answer.isEstimate ? (
          <StatusPill tone="neutral" title={words.estimateAbout}>
            {words.estimate}
          </StatusPill>
        ) : (
          <StatusPill tone="good">{words.exact}</StatusPill>
        )}
        <span>
          <Sentence
            parts={words.units(
              <strong>{units}</strong>,
              <Delta value={Math.round(answer.units - totals.units)} />,
            )}
          />
        </span>
        <span>
          <Sentence parts={words.cost(<strong>{formatMoneyCompact(answer.costCents)}</strong>)} />
        </span>
        <span>
          <Sentence
            parts={words.net(
              <strong>{formatMoney(answer.expectedValueCents)}</strong>,
              <Delta value={answer.expectedValueCents - totals.expectedValueCents} write={formatMoney} />,
            )}
          />
        </span>
      </div>
      {answer.changes.length > 0 && (
        <ul className={classes.changes} data-testid="what-if-changes">
          {answer.changes.slice(0, 12).map(({ title, from, to }) => (
            <li key={title}>
              {title}: {from} → <strong>{to}</strong>
            </li>
          ))}
          {answer.changes.length > 12 && <li>{words.more(answer.changes.length - 12)}</li>}
        </ul>
      )}
    </>
  );
}
