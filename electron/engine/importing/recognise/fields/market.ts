import { engineTexts } from '@shared/texts/engine-texts';
import { spanInTexts } from '../../normalise/period-text';
import { type Field, type KindDefinition, STORE_FIELD } from './field';

const meanings = engineTexts.importing.fields.meanings.market;
const { needed } = engineTexts.importing.fields;

/** Columns of market facts: sales in a region by period and model, own and competing models alike. */
export const marketFields = [
  {
    name: 'period',
    type: 'period',
    title: 'Period',
    meaning: meanings.period,
    example: '2025-09',
    aliases: ['month', 'week', 'date'],
    weight: 1.5,
  },
  {
    name: 'region',
    type: 'text',
    title: 'Region',
    meaning: meanings.region,
    example: 'Great Lakes',
    aliases: ['market', 'area', 'dma', 'state', 'market area'],
    weight: 1.5,
  },
  {
    name: 'segment',
    type: 'text',
    title: 'Segment',
    meaning: meanings.segment,
    example: 'Full-size pickup',
    aliases: ['class', 'vehicle segment', 'category'],
    weight: 1,
  },
  {
    name: 'make',
    type: 'make',
    title: 'Make',
    meaning: meanings.make,
    example: 'Chevrolet',
    aliases: ['brand'],
    weight: 0,
  },
  {
    name: 'model',
    type: 'text',
    title: 'Model',
    meaning: meanings.model,
    example: 'Silverado 1500',
    aliases: ['model name', 'nameplate'],
    weight: 0,
  },
  {
    name: 'units',
    type: 'integer',
    title: 'Units',
    meaning: meanings.units,
    example: '412',
    aliases: ['sales', 'registrations', 'units sold', 'volume', 'unit sales'],
    weight: 1.5,
  },
  {
    name: 'averagePrice',
    type: 'money',
    title: 'Average Price',
    meaning: meanings.averagePrice,
    example: '51840',
    aliases: ['average transaction price', 'atp', 'price', 'mean price'],
    weight: 1,
  },
  {
    name: 'daysSupply',
    type: 'number',
    title: 'Days Supply',
    meaning: meanings.daysSupply,
    example: '62',
    aliases: ['market days supply', 'mds', 'day supply'],
    weight: 1,
  },
  STORE_FIELD,
] as const satisfies readonly Field[];

const nameSpan = (texts: readonly string[]) => spanInTexts(texts) !== null;

export const marketKind: KindDefinition = {
  fields: marketFields,
  required: [
    { anyOf: ['period'], what: needed.period, isStatedIn: nameSpan },
    { anyOf: ['region'], what: needed.region },
    { anyOf: ['make'], what: needed.make },
    { anyOf: ['model'], what: needed.model },
    { anyOf: ['units'], what: needed.unitsSold },
  ],
};
