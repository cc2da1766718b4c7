/** The order plan, line by line with reasons and decisions, and the limits it was made under. */
import type { Plan, PlanLine } from '@shared/contract/plan';
import type { ReportModel } from '@shared/contract/reports';
import type { Workbook } from 'exceljs';
import { addTable, type TableColumn } from './add-table';
import { addTableSheet } from './add-table-sheet';
import { configurationColumns, nameColumns } from './build-columns';
import { safeText } from './safe-text';
import { addSheet, FIRST_TABLE_ROW } from './sheet-style';
import { dollars, sheetNote } from './workbook-input';

const NONE = 'There is no order plan yet.';

const LINE_COLUMNS: readonly TableColumn<PlanLine>[] = [
  ...nameColumns,
  ...configurationColumns,
  {
    key: 'exterior',
    header: 'Exterior',
    width: 20,
    format: 'text',
    value: (line) => line.build.exteriorColor,
  },
  {
    key: 'interior',
    header: 'Interior',
    width: 16,
    format: 'text',
    value: (line) => line.build.interiorColor,
  },
  {
    key: 'quantity',
    header: 'Order',
    width: 8,
    format: 'units',
    value: (line) => line.quantity,
    hasTotal: true,
  },
  {
    key: 'uncapped',
    header: 'Without limits',
    width: 9,
    format: 'units',
    value: (line) => line.uncappedQuantity,
    hasTotal: true,
  },
  {
    key: 'unitCost',
    header: 'Unit cost',
    width: 15,
    format: 'money',
    value: (line) => dollars(line.unitCostCents),
  },
  {
    key: 'cost',
    header: 'Cost',
    width: 17,
    format: 'money',
    value: (line) => (line.unitCostCents * line.quantity) / 100,
    formula: (cell) => `${cell('quantity')}*${cell('unitCost')}`,
    hasTotal: true,
  },
  {
    key: 'value',
    header: 'Expected net',
    width: 16,
    format: 'money',
    value: (line) => dollars(line.expectedValueCents),
    hasTotal: true,
  },
  {
    key: 'score',
    header: 'Score of 100',
    width: 8,
    format: 'units',
    value: (line) => (line.score === null ? null : Math.round(line.score * 100)),
  },
  { key: 'onHand', header: 'On hand', width: 8, format: 'units', value: (line) => line.onHand },
  { key: 'pipeline', header: 'On order', width: 8, format: 'units', value: (line) => line.pipeline },
  { key: 'demand', header: 'Demand in window', width: 10, format: 'decimal', value: (line) => line.demand },
  {
    key: 'decision',
    header: 'Decision',
    width: 12,
    format: 'text',
    value: (line) => line.decision?.decision ?? 'waiting',
  },
  {
    key: 'decided',
    header: 'Decided units',
    width: 9,
    format: 'units',
    value: (line) => line.decision?.quantity ?? null,
    hasTotal: true,
  },
  {
    key: 'reasons',
    header: 'Why',
    width: 70,
    format: 'text',
    value: (line) => [...line.reasons, ...(line.notScoredBecause ? [line.notScoredBecause] : [])].join(' '),
    isWrapped: true,
  },
];

export function addPlanSheet(workbook: Workbook, model: ReportModel): void {
  const { plan } = model;
  addTableSheet(workbook, {
    name: 'Order plan',
    title: 'Order plan',
    subtitle: `${sheetNote(model)} · ${plan ? `plan ${plan.id} as of ${plan.asOf}; ${plan.windowNote}` : NONE}`,
    footer: sheetNote(model),
    columns: LINE_COLUMNS,
    rows: plan?.lines ?? [],
    emptyText: NONE,
    frozenColumns: 4,
  });
}

type LimitRow = Plan['limits'][number];
type PriceRow = Plan['shadowPrices'][number];

const LIMIT_COLUMNS: readonly TableColumn<LimitRow>[] = [
  { key: 'label', header: 'Limit', width: 44, format: 'text', value: (limit) => limit.label },
  {
    key: 'bound',
    header: 'At most',
    width: 18,
    format: 'decimal',
    value: (limit) => inOwnUnit(limit, limit.bound),
  },
  {
    key: 'used',
    header: 'Used',
    width: 18,
    format: 'decimal',
    value: (limit) => inOwnUnit(limit, limit.used),
  },
  {
    key: 'unit',
    header: 'Unit',
    width: 10,
    format: 'text',
    value: (limit) => (limit.kind === 'budget' ? '$' : 'units'),
  },
  { key: 'source', header: 'Where it comes from', width: 40, format: 'text', value: (limit) => limit.source },
];

const PRICE_COLUMNS: readonly TableColumn<PriceRow>[] = [
  { key: 'label', header: 'What a limit costs', width: 44, format: 'text', value: (price) => price.label },
  { key: 'step', header: 'One step looser', width: 18, format: 'text', value: (price) => price.step },
  { key: 'gain', header: 'Would add', width: 18, format: 'money', value: (price) => dollars(price.cents) },
];

export function addLimitsSheet(workbook: Workbook, model: ReportModel): void {
  const note = sheetNote(model);
  const sheet = addSheet(workbook, 'Plan limits', {
    title: 'Limits of the order plan',
    subtitle: note,
    footer: note,
  });
  const limits = addTable(sheet, LIMIT_COLUMNS, model.plan?.limits ?? [], {
    top: FIRST_TABLE_ROW,
    emptyText: NONE,
  });
  const prices = addTable(sheet, PRICE_COLUMNS, model.plan?.shadowPrices ?? [], {
    top: Math.max(limits.lastRow, limits.firstRow) + 2,
    emptyText: 'No limit costs anything.',
  });
  let row = Math.max(prices.lastRow, prices.firstRow) + 2;
  for (const remark of model.plan?.notes ?? []) {
    sheet.getCell(row, 1).value = safeText(remark);
    row += 1;
  }
}

function inOwnUnit(limit: LimitRow, value: number | null): number | string {
  if (value === null) return 'unlimited';
  return limit.kind === 'budget' ? value / 100 : value;
}
