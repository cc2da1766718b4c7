/**
 * The order sheet: what was decided to be ordered, one row for each line and colour, as a dealer enters it with the
 * maker. Pure. Units and money of the rows add up to what was decided.
 */
import type { OrderDates } from '@shared/contract/ordering-profile';
import type { Plan, PlanLine } from '@shared/contract/plan';
import { engineTexts } from '@shared/texts/engine-texts';

const texts = engineTexts.planning.orderSheet;

export type OrderSheetRow = {
  line: number;
  build: PlanLine['build'];
  /** Null where the dealer chooses. */
  color: string | null;
  units: number;
  unitCostCents: number;
  costCents: number;
  /** Code of the order at the maker; null where there is none. */
  priority: string | null;
  /** The day it goes in; null in plans of earlier versions. */
  orderOn: string | null;
  decision: string;
  note: string | null;
};

export type OrderSheet = {
  title: string;
  rows: OrderSheetRow[];
  totals: { units: number; costCents: number };
  notes: string[];
};

export function orderSheetOf(plan: Plan): OrderSheet {
  const rows = plan.lines.flatMap((line, index) => rowsOf(line, index + 1));
  const makes = new Set(rows.map(({ build }) => build.make));
  return {
    title: texts.title(plan.storeCode, plan.asOf, plan.id),
    rows,
    totals: {
      units: rows.reduce((sum, row) => sum + row.units, 0),
      costCents: rows.reduce((sum, row) => sum + row.costCents, 0),
    },
    notes: [signature(plan), ...(plan.orderDates ?? []).filter(({ make }) => makes.has(make)).map(dateNote)],
  };
}

/** A line without a decision is not ordered. */
function rowsOf(line: PlanLine, number: number): OrderSheetRow[] {
  const units = line.decision?.quantity ?? 0;
  if (line.decision === null || units === 0) return [];
  const { build, unitCostCents, decision, facts } = line;
  return byColor(line.colors, units).map(({ color, units: ofColor }) => ({
    line: number,
    build,
    color,
    units: ofColor,
    unitCostCents,
    costCents: ofColor * unitCostCents,
    priority: facts?.ordering?.priority ?? null,
    orderOn: facts?.ordering?.orderOn ?? null,
    decision: texts.decisions[decision.decision],
    note: decision.reason,
  }));
}

/** The planned colours, cut to the units decided; units beyond the plan are without one. */
function byColor(colors: PlanLine['colors'], units: number): { color: string | null; units: number }[] {
  const rows: { color: string | null; units: number }[] = [];
  let left = units;
  for (const { color, units: planned } of colors) {
    const taken = Math.min(left, planned);
    if (taken > 0) rows.push({ color, units: taken });
    left -= taken;
  }
  return left > 0 ? [...rows, { color: null, units: left }] : rows;
}

function signature({ signedOffAt, signedOffNote }: Plan): string {
  if (signedOffAt === null) return texts.open;
  const day = signedOffAt.slice(0, 10);
  return signedOffNote ? texts.signedOffWithNote(day, signedOffNote) : texts.signedOff(day);
}

function dateNote({ make, orderOn, nextOrderOn, isScheduled }: OrderDates): string {
  return isScheduled ? texts.ordersOn(make, orderOn, nextOrderOn) : texts.noCalendar(make);
}
