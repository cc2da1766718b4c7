/** An example of the file of limits, for people who write one. */
import { engineTexts } from '@shared/texts/engine-texts';

const texts = engineTexts.planning.limits.template;

const EXAMPLE = [
  { kind: 'maximum_mix', models: ['Trax'], trim: 'LS', bound: 3, note: texts.notes.maximum },
  { kind: 'minimum_mix', models: ['Tahoe', 'Suburban'], bound: 2, note: texts.notes.minimum },
  {
    kind: 'maximum_mix',
    models: ['Silverado 1500'],
    unit: 'percent',
    bound: 50,
    note: texts.notes.share,
  },
  {
    kind: 'minimum_stock',
    models: ['Corvette'],
    bound: 1,
    note: texts.notes.stock,
  },
  { kind: 'blocked', drivetrain: '2WD', models: ['Colorado'], note: texts.notes.blocked },
  {
    kind: 'allocation',
    models: ['Blazer'],
    bound: 4,
    note: texts.notes.allocation,
  },
  { kind: 'budget', make: 'Chevrolet', dollars: 2_500_000, note: texts.notes.budget },
];

export function constraintTemplate(): { fileName: string; text: string; fields: string[] } {
  return { fileName: 'limits.json', text: `${JSON.stringify(EXAMPLE, null, 2)}\n`, fields: texts.fields };
}
