/**
 * The store's settings as a form: each field with its unit as people read it, and the way to and from the
 * contract's value. Text while it is typed, so that a half-typed number is never rounded away.
 */
import { type Curtailment, type StoreSettings, storeSettingsSchema } from '@shared/contract/stores';

/** Settings with a place of their own: on the Learning screen, below the form, and where departures are listed. */
const ELSEWHERE = { isExploring: true, orderingProfiles: true, treatDeparturesAsSales: true } as const;
type FormSettings = Omit<StoreSettings, keyof typeof ELSEWHERE>;
const formSchema = storeSettingsSchema.omit(ELSEWHERE);

export type FieldName = keyof FormSettings;
export type SettingsText = Record<FieldName, string>;

type Field = {
  name: FieldName;
  label: string;
  unit: string;
  hint?: string;
  /** Choices instead of free text. */
  options?: string[];
};

export type FieldGroup = { title: string; fields: Field[] };

export const FIELD_GROUPS: FieldGroup[] = [
  {
    title: 'Holding cost',
    fields: [
      { name: 'floorPlanAnnualRate', label: 'Floor-plan rate', unit: '% a year' },
      { name: 'daysInYear', label: 'Year of the lender', unit: 'days', options: ['360', '365'] },
      { name: 'floorPlanFreeDays', label: 'Interest-free', unit: 'days' },
      {
        name: 'otherHoldingCostPerDayCents',
        label: 'Other holding cost',
        unit: '$ a day',
        hint: 'For each unit: insurance, lot, upkeep',
      },
      { name: 'packNewCents', label: 'Pack, new', unit: '$ a unit' },
      { name: 'packUsedCents', label: 'Pack, used', unit: '$ a unit' },
    ],
  },
  {
    title: 'Age',
    fields: [
      {
        name: 'ageBucketsNew',
        label: 'Age buckets, new',
        unit: 'days',
        hint: 'Upper ends; the last bucket is open',
      },
      { name: 'ageBucketsUsed', label: 'Age buckets, used', unit: 'days' },
      { name: 'agedDaysNew', label: 'New units are aged after', unit: 'days' },
      { name: 'agedDaysUsed', label: 'Used units are aged after', unit: 'days' },
    ],
  },
  {
    title: 'Targets',
    fields: [
      { name: 'targetUnitsNew', label: 'Sales target, new', unit: 'units a month', hint: 'Empty: no target' },
      { name: 'targetUnitsUsed', label: 'Sales target, used', unit: 'units a month' },
      { name: 'targetDaysSupplyNew', label: 'Target days supply, new', unit: 'days' },
      { name: 'targetDaysSupplyUsed', label: 'Target days supply, used', unit: 'days' },
      {
        name: 'daysSupplyWindowDays',
        label: 'Sales window of days supply',
        unit: 'days',
        options: ['30', '45', '60', '90'],
      },
    ],
  },
  {
    title: 'Order',
    fields: [
      { name: 'orderBudgetCents', label: 'Budget for an order', unit: '$', hint: 'Empty: unlimited' },
      { name: 'lotPlaces', label: 'Places on the lot', unit: 'units', hint: 'Empty: unlimited' },
      { name: 'orderToDeliveryDays', label: 'Order to delivery', unit: 'days' },
      { name: 'reviewPeriodDays', label: 'Between orders', unit: 'days' },
      {
        name: 'substitutionShare',
        label: 'Buyers who take another build',
        unit: '%',
        hint: 'Of the same model, when theirs is not there',
      },
      {
        name: 'lostSaleCostCents',
        label: 'Cost of a lost buyer',
        unit: '$',
        hint: 'Beyond the gross: trade-in, service, allocation',
      },
    ],
  },
  {
    title: 'Dealer trades',
    fields: [
      {
        name: 'tradeTakenShare',
        label: 'Offered units that are taken',
        unit: '%',
        hint: 'Of a kind that sells within a month for sure; of slower ones fewer',
      },
      { name: 'tradeCostCents', label: 'Cost of a trade', unit: '$', hint: 'Transport and preparation' },
    ],
  },
  {
    title: 'Curtailments',
    fields: [
      {
        name: 'curtailmentsNew',
        label: 'Curtailments, new',
        unit: 'day: %',
        hint: 'Days in stock and share of cost to repay: 180: 10, 270: 10',
      },
      { name: 'curtailmentsUsed', label: 'Curtailments, used', unit: 'day: %' },
    ],
  },
  {
    title: 'Market',
    fields: [
      {
        name: 'zip',
        label: 'The store stands in',
        unit: 'ZIP',
        hint: 'For distances to buyers. Empty: the middle of the buyers',
      },
    ],
  },
];

const CENTS: readonly FieldName[] = [
  'otherHoldingCostPerDayCents',
  'packNewCents',
  'packUsedCents',
  'orderBudgetCents',
  'lostSaleCostCents',
  'tradeCostCents',
];
const SHARES: readonly FieldName[] = ['floorPlanAnnualRate', 'substitutionShare', 'tradeTakenShare'];
const CURTAILMENTS: readonly FieldName[] = ['curtailmentsNew', 'curtailmentsUsed'];
const LISTS: readonly FieldName[] = ['ageBucketsNew', 'ageBucketsUsed', 'closedWeekdays', 'closedDays'];

/** Without a value there is no limit, or no target. */
const MAY_BE_EMPTY: readonly FieldName[] = [
  'orderBudgetCents',
  'lotPlaces',
  'targetUnitsNew',
  'targetUnitsUsed',
];

const plainNumber = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });

export function toText(settings: StoreSettings): SettingsText {
  const entries = Object.entries(formSchema.parse(settings)).map(([name, value]) => [
    name,
    writeValue(name as FieldName, value),
  ]);
  return Object.fromEntries(entries) as SettingsText;
}

function writeValue(name: FieldName, value: FormSettings[FieldName]): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(writeItem).join(', ');
  if (SHARES.includes(name)) return String(Number((value * 100).toFixed(4)));
  return CENTS.includes(name) ? plainNumber.format(value / 100) : plainNumber.format(Number(value));
}

function writeItem(item: string | number | Curtailment): string {
  return typeof item === 'object'
    ? `${item.afterDays}: ${Number((item.share * 100).toFixed(4))}`
    : String(item);
}

/** The settings that the texts say, or what is wrong with which field. */
export function readText(
  text: SettingsText,
): { settings: FormSettings; errors: null } | { settings: null; errors: Partial<Record<FieldName, string>> } {
  const raw = Object.fromEntries(
    Object.entries(text).map(([name, value]) => [name, readValue(name as FieldName, value)]),
  );
  const parsed = formSchema.safeParse(raw);
  const errors: Partial<Record<FieldName, string>> = {};
  for (const issue of parsed.error?.issues ?? []) errors[issue.path[0] as FieldName] ??= describe(issue);
  for (const name of ['ageBucketsNew', 'ageBucketsUsed'] as const) {
    if (parsed.success && !isRising(parsed.data[name]))
      errors[name] = 'Each end must be larger than the one before';
  }
  if (parsed.success && Object.keys(errors).length === 0) return { settings: parsed.data, errors: null };
  return { settings: null, errors };
}

function readValue(name: FieldName, text: string): unknown {
  // Its zeros in front count.
  if (name === 'zip') return text.trim() || null;
  const words = text
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);
  if (name === 'closedDays') return words;
  if (CURTAILMENTS.includes(name)) return words.map(readCurtailment);
  if (LISTS.includes(name)) return words.map(Number);
  const plain = text.replace(/[$,\s%]/g, '');
  if (plain === '') return MAY_BE_EMPTY.includes(name) ? null : Number.NaN;
  const number = Number(plain);
  if (SHARES.includes(name)) return number / 100;
  return CENTS.includes(name) ? Math.round(number * 100) : number;
}

/** `180: 10` or `180: 10 %`; what does not read so fails in the schema. */
function readCurtailment(text: string): { afterDays: number; share: number } {
  const [days = '', percent = ''] = text.replace('%', '').split(':');
  const numberOf = (part: string) => (part.trim() === '' ? Number.NaN : Number(part));
  return { afterDays: numberOf(days), share: numberOf(percent) / 100 };
}

function isRising(ends: readonly number[]): boolean {
  return ends.every((end, index) => index === 0 || end > (ends[index - 1] ?? 0));
}

type Issue = { code: string; minimum?: unknown; maximum?: unknown; path: PropertyKey[] };

function describe({ code, minimum, maximum, path }: Issue): string {
  if (path[0] === 'zip') return 'Five digits, 49441';
  if (path[0] === 'closedDays') return 'Write days as YYYY-MM-DD';
  if (CURTAILMENTS.includes(path[0] as FieldName))
    return 'Write day: percent with commas between them, 180: 10';
  const scale = SHARES.includes(path[0] as FieldName) ? 100 : 1;
  if (code === 'too_small' && typeof minimum === 'number') return `At least ${minimum * scale}`;
  if (code === 'too_big' && typeof maximum === 'number') return `At most ${maximum * scale}`;
  return LISTS.includes(path[0] as FieldName) ? 'Whole numbers with commas between them' : 'A number';
}
