/**
 * The store's settings as a form: each field with its unit as people read it, and the way to and from the
 * contract's value. Text while it is typed, so that a half-typed number is never rounded away.
 */
import { type Curtailment, type StoreSettings, storeSettingsSchema } from '@shared/contract/stores';
import { formatTyped } from '../../lib/format';
import { texts } from '../../texts/texts';

const wrong = texts.settings.store.wrong;

/** Settings with a place of their own: on the Learning screen, below the form, and where departures are listed. */
const ELSEWHERE = { isExploring: true, orderingProfiles: true, treatDeparturesAsSales: true } as const;
type FormSettings = Omit<StoreSettings, keyof typeof ELSEWHERE>;
const formSchema = storeSettingsSchema.omit(ELSEWHERE);

export type FieldName = keyof FormSettings;
/** Fields with a label of their own; the weekdays are boxes. */
export type NamedField = keyof typeof texts.settings.fields.named;
export type SettingsText = Record<FieldName, string>;

/** The fields by what they are about, in the order of the form. */
export const FIELD_GROUPS: { group: keyof typeof texts.settings.fields.groups; fields: NamedField[] }[] = [
  {
    group: 'holding',
    fields: [
      'floorPlanAnnualRate',
      'daysInYear',
      'floorPlanFreeDays',
      'otherHoldingCostPerDayCents',
      'packNewCents',
      'packUsedCents',
    ],
  },
  { group: 'age', fields: ['ageBucketsNew', 'ageBucketsUsed', 'agedDaysNew', 'agedDaysUsed'] },
  {
    group: 'targets',
    fields: [
      'targetUnitsNew',
      'targetUnitsUsed',
      'targetDaysSupplyNew',
      'targetDaysSupplyUsed',
      'daysSupplyWindowDays',
    ],
  },
  {
    group: 'order',
    fields: [
      'orderBudgetCents',
      'lotPlaces',
      'orderToDeliveryDays',
      'reviewPeriodDays',
      'substitutionShare',
      'lostSaleCostCents',
    ],
  },
  { group: 'trades', fields: ['tradeTakenShare', 'tradeCostCents'] },
  { group: 'curtailments', fields: ['curtailmentsNew', 'curtailmentsUsed'] },
  { group: 'market', fields: ['zip'] },
];

/** Choices instead of free text. */
export const FIELD_OPTIONS: Partial<Record<FieldName, string[]>> = {
  daysInYear: ['360', '365'],
  daysSupplyWindowDays: ['30', '45', '60', '90'],
};

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
  return CENTS.includes(name) ? formatTyped(value / 100) : formatTyped(Number(value));
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
    if (parsed.success && !isRising(parsed.data[name])) errors[name] = wrong.buckets;
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
  if (path[0] === 'zip') return wrong.zip;
  if (path[0] === 'closedDays') return wrong.days;
  if (CURTAILMENTS.includes(path[0] as FieldName)) return wrong.curtailments;
  const scale = SHARES.includes(path[0] as FieldName) ? 100 : 1;
  if (code === 'too_small' && typeof minimum === 'number') return wrong.tooSmall(minimum * scale);
  if (code === 'too_big' && typeof maximum === 'number') return wrong.tooLarge(maximum * scale);
  return LISTS.includes(path[0] as FieldName) ? wrong.numbers : wrong.number;
}
