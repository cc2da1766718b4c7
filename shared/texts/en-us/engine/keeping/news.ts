import { plural } from '../../../plural';

type Aging = { units: number; condition: string; limitDays: number };
type AgingDetail = { cost: string; store: string; asOf: string; countedOnTo: string | null };

/** What is told of while nobody looked. */
export const news = {
  failed: (title: string) => `${title}: failed`,
  importDone: 'Import done',
  forecastReady: 'Forecast ready',
  conditions: { new: 'new', used: 'used' },
  aging: ({ units, condition, limitDays }: Aging) =>
    plural(units, {
      one: `${units} ${condition} unit passes ${limitDays} days within a week`,
      other: `${units} ${condition} units pass ${limitDays} days within a week`,
    }),
  agingDetail: ({ cost, store, asOf, countedOnTo }: AgingDetail) =>
    countedOnTo === null
      ? `${cost} at cost, ${store}, as of ${asOf}.`
      : `${cost} at cost, ${store}, as of ${asOf}, counted on to ${countedOnTo}.`,
  allocationCloses: (cycle: string, days: number) => {
    if (days === 0) return `Allocation ${cycle} closes today`;
    return days === 1 ? `Allocation ${cycle} closes tomorrow` : `Allocation ${cycle} closes in ${days} days`;
  },
  allocationDetail: (units: number, until: string) =>
    `${units} units are allocated until ${until}. Sign the order plan off before.`,
};
