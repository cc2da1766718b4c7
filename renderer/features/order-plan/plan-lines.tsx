import { Kbd, SegmentedControl } from '@mantine/core';
import type { Plan } from '@shared/contract/plan';
import { EmptyState } from '../../components/empty-state';
import { Panel } from '../../components/panel';
import { formatQuantity } from '../../lib/format';
import { DecisionButtons } from './decision-buttons';
import { DecisionDialog } from './decision-dialog';
import { PlanHead } from './plan-head';
import { PlanLineRow } from './plan-line-row';
import classes from './plan-lines.module.css';
import { isDecided } from './use-decisions';
import { type Show, usePlanLines } from './use-plan-lines';

/** `isPart`: the shared filter leaves lines of the plan out. */
type Props = { plan: Plan; isPart: boolean; show: Show; onShow(show: Show): void };

/** The lines of the plan, decided by mouse or by keyboard. */
export function PlanLines({ plan, isPart, show, onShow }: Props) {
  const view = usePlanLines(plan, show);
  const { lines, selected } = view;
  const title =
    selected.length > 0
      ? `${formatQuantity(selected.length, 'line')} selected`
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
          aria-label="Lines of the order plan"
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
      <DecisionDialog request={view.dialog} onClose={view.closeDialog} onDecide={view.saveDialog} />
    </Panel>
  );
}

function KeyHints() {
  return (
    <span className={classes.keys}>
      <Kbd size="xs">A</Kbd> accept <Kbd size="xs">C</Kbd> change <Kbd size="xs">D</Kbd> decline{' '}
      <Kbd size="xs">U</Kbd> undo <Kbd size="xs">Space</Kbd> select <Kbd size="xs">Enter</Kbd> why
    </span>
  );
}

const SHOWS: { value: Show; label: string }[] = [
  { value: 'all', label: 'All' },
  { value: 'open', label: 'Open' },
  { value: 'decided', label: 'Decided' },
];

function ShowSwitch({ show, onShow }: { show: Show; onShow(show: Show): void }) {
  return (
    <SegmentedControl
      aria-label="Lines to show"
      data={SHOWS}
      value={show}
      onChange={(value) => onShow(SHOWS.find((choice) => choice.value === value)?.value ?? 'all')}
      data-testid="plan-show"
    />
  );
}

function NoLines({ show, isPart }: { show: Show; isPart: boolean }) {
  if (show === 'open') {
    return <EmptyState title="Every line is decided">Save the report to send the order on.</EmptyState>;
  }
  if (show === 'decided') {
    return <EmptyState title="Nothing decided yet">Accept, change or decline lines under Open.</EmptyState>;
  }
  if (isPart) {
    return <EmptyState title="No line of this filter">The plan's other lines are hidden by it.</EmptyState>;
  }
  return (
    <EmptyState title="The plan orders nothing">
      Within these limits no unit is expected to earn its cost.
    </EmptyState>
  );
}
