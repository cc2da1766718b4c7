import { Kbd, SegmentedControl } from '@mantine/core';
import type { Plan } from '@shared/contract/plan';
import { Fragment } from 'react';
import { EmptyState } from '../../components/empty-state';
import { Panel } from '../../components/panel';
import { formatQuantity } from '../../lib/format';
import { texts } from '../../texts/texts';
import { DecisionButtons } from './decision-buttons';
import { DecisionDialog } from './decision-dialog';
import { PlanHead } from './plan-head';
import { PlanLineRow } from './plan-line-row';
import classes from './plan-lines.module.css';
import { isDecided } from './use-decisions';
import { type Show, usePlanLines } from './use-plan-lines';

const words = texts.orderPlan.lines;

/** `isPart`: the shared filter leaves lines of the plan out. */
type Props = { plan: Plan; isPart: boolean; show: Show; onShow(show: Show): void };

/** The lines of the plan, decided by mouse or by keyboard. */
export function PlanLines({ plan, isPart, show, onShow }: Props) {
  const view = usePlanLines(plan, show);
  const { lines, selected } = view;
  const title =
    selected.length > 0
      ? words.selected(formatQuantity(selected.length, 'line'))
      : formatQuantity(lines.length, 'line');
  return (
    <Panel
      title={title}
      note={<KeyHints />}
      isFlush
      isFilling
      actions={
        <>
          {selected.length > 0 && (
            <DecisionButtons
              isBusy={view.isSaving || plan.signedOffAt !== null}
              canUndo={selected.some(isDecided)}
              onDecide={(decision) => view.decide(decision)}
              onUndo={() => view.undo()}
              testIdSuffix="-selected"
              isLabelled
            />
          )}
          <ShowSwitch show={show} onShow={onShow} />
        </>
      }
    >
      <div className={classes.scroller}>
        <table
          ref={view.table}
          className={classes.table}
          onKeyDown={view.onKeyDown}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows take keys is the grid of ARIA
          role="grid"
          aria-multiselectable
          aria-label={words.label}
          data-testid="plan-lines"
        >
          <PlanHead
            isAll={selected.length > 0 && selected.length === lines.length}
            isSome={selected.length > 0}
            onToggle={view.selectAll}
          />
          <tbody>
            {lines.map((line, index) => (
              <PlanLineRow
                key={line.lineId}
                planId={plan.id}
                line={line}
                index={index}
                isCurrent={index === view.cursor}
                isSelected={selected.includes(line)}
                isExpanded={view.expanded === line.lineId}
                isBusy={view.isSaving || plan.signedOffAt !== null}
                onFocus={() => view.setCursor(index)}
                onSelect={() => view.select(line.lineId)}
                onToggle={() => view.toggleDetails(line.lineId)}
                onDecide={(decision) => view.decide(decision, [line.lineId])}
                onUndo={() => view.undo([line.lineId])}
              />
            ))}
          </tbody>
        </table>
        {lines.length === 0 && <NoLines show={show} isPart={isPart} />}
      </div>
      <DecisionDialog
        request={view.dialog}
        isSaving={view.isSaving}
        onClose={view.closeDialog}
        onDecide={view.saveDialog}
      />
    </Panel>
  );
}

const KEYS = [
  ['A', words.keys.accept],
  ['C', words.keys.change],
  ['D', words.keys.decline],
  ['U', words.keys.undo],
  [words.keyNames.space, words.keys.select],
  [words.keyNames.enter, words.keys.why],
] as const;

function KeyHints() {
  return (
    <span className={classes.keys}>
      {KEYS.map(([key, word]) => (
        <Fragment key={key}>
          <Kbd size="xs">{key}</Kbd> {word}{' '}
        </Fragment>
      ))}
    </span>
  );
}

const SHOWS: { value: Show; label: string }[] = [
  { value: 'all', label: words.shows.all },
  { value: 'open', label: words.shows.open },
  { value: 'decided', label: words.shows.decided },
];

function ShowSwitch({ show, onShow }: { show: Show; onShow(show: Show): void }) {
  return (
    <SegmentedControl
      aria-label={words.show}
      data={SHOWS}
      value={show}
      onChange={(value) => onShow(SHOWS.find((choice) => choice.value === value)?.value ?? 'all')}
      data-testid="plan-show"
    />
  );
}

function NoLines({ show, isPart }: { show: Show; isPart: boolean }) {
  if (show === 'open') {
    return <EmptyState title={words.allDecided.title}>{words.allDecided.about}</EmptyState>;
  }
  if (show === 'decided') {
    return <EmptyState title={words.noneDecided.title}>{words.noneDecided.about}</EmptyState>;
  }
  if (isPart) {
    return <EmptyState title={words.noneOfFilter.title}>{words.noneOfFilter.about}</EmptyState>;
  }
  return <EmptyState title={words.noOrder.title}>{words.noOrder.about}</EmptyState>;
}
