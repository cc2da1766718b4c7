/** State and actions of the table of plan lines: where the cursor is, what is selected, what is asked. */
import type { Plan, PlanLine } from '@shared/contract/plan';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { DialogRequest } from './decision-dialog';
import { lineActionOf } from './line-keys';
import { actedLines, moveCursor, NO_SELECTION, toggleAll, toggleLine } from './line-selection';
import type { OrderPlanSearch } from './order-plan-search';
import { type Decision, type DecisionRequest, isDecided, useDecisions } from './use-decisions';

export type Show = NonNullable<OrderPlanSearch['show']>;

export function usePlanLines(plan: Plan, show: Show) {
  const decisions = useDecisions(plan);
  const [selection, setSelection] = useState(NO_SELECTION);
  const [expanded, setExpanded] = useState<string | null>(null);
  const [dialog, setDialog] = useState<DialogRequest | null>(null);
  const table = useRef<HTMLTableElement>(null);
  const lines = useMemo(() => plan.lines.filter((line) => isShown(line, show)), [plan.lines, show]);
  const lineIds = lines.map(({ lineId }) => lineId);
  const linesOf = (ids: string[]) => plan.lines.filter(({ lineId }) => ids.includes(lineId));

  const decide = (decision: Decision, targets = actedLines(selection, lineIds)) => {
    if (targets.length === 0 || plan.signedOffAt !== null) return;
    if (decision === 'accepted') decisions.decide({ lineIds: targets, decision });
    else setDialog({ kind: decision, lines: linesOf(targets) });
  };
  const undo = (targets = actedLines(selection, lineIds)) => {
    const decided = linesOf(targets).filter(isDecided);
    if (decided.length > 0 && plan.signedOffAt === null)
      decisions.undecide(decided.map(({ lineId }) => lineId));
  };
  const toggleDetails = (lineId: string | null) =>
    setExpanded((before) => (before === lineId ? null : lineId));
  const select = (lineId: string) => setSelection((before) => toggleLine(before, lineId));
  const moveBy = (step: number) => {
    const next = moveCursor(selection, step, lines.length);
    setSelection(next);
    table.current?.querySelectorAll<HTMLElement>('tr[data-line]')[next.cursor]?.focus();
  };
  const currentId = lineIds[selection.cursor] ?? null;

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLButtonElement) return;
    const action = lineActionOf(event);
    if (!action) return;
    event.preventDefault();
    if (action === 'down') moveBy(1);
    else if (action === 'up') moveBy(-1);
    else if (action === 'first') moveBy(-lines.length);
    else if (action === 'last') moveBy(lines.length);
    else if (action === 'select' && currentId) select(currentId);
    else if (action === 'why') toggleDetails(currentId);
    else if (action === 'accept') decide('accepted');
    else if (action === 'change') decide('changed');
    else if (action === 'decline') decide('declined');
    else if (action === 'undo') undo();
  };

  const selected = lines.filter(({ lineId }) => selection.selected.has(lineId));
  return {
    lines,
    selected,
    cursor: selection.cursor,
    expanded,
    dialog,
    table,
    isSaving: decisions.isSaving,
    onKeyDown,
    decide,
    undo,
    select,
    toggleDetails,
    selectAll: () => setSelection((before) => toggleAll(before, lineIds)),
    setCursor: (cursor: number) =>
      setSelection((before) => (before.cursor === cursor ? before : { ...before, cursor })),
    closeDialog: () => setDialog(null),
    saveDialog: (request: DecisionRequest) => decisions.decide(request, () => setDialog(null)),
  };
}

function isShown(line: PlanLine, show: Show): boolean {
  return show === 'all' || (show === 'decided') === isDecided(line);
}
