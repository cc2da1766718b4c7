import { engineTexts } from '@shared/texts/engine-texts';
import { spanInTexts } from '../../normalise/period-text';
import { type Field, type KindDefinition, STORE_FIELD } from './field';

const meanings = engineTexts.importing.fields.meanings.allocation;
const { needed } = engineTexts.importing.fields;

/** Columns of an allocation: units that the maker grants, by group and cycle. */
export const allocationFields = [
  STORE_FIELD,
  {
    name: 'cycle',
    type: 'identifier',
    title: 'Cycle',
    meaning: meanings.cycle,
    example: '2025-11',
    aliases: ['allocation cycle', 'period', 'allocation month', 'dosp', 'cycle name'],
    weight: 1,
  },
  {
    name: 'cycleStart',
    type: 'day',
    title: 'Cycle Start',
    meaning: meanings.cycleStart,
    example: '2025-11-01',
    aliases: ['start', 'start date', 'from', 'cycle begin'],
    weight: 1,
  },
  {
    name: 'cycleEnd',
    type: 'day',
    title: 'Cycle End',
    meaning: meanings.cycleEnd,
    example: '2025-11-30',
    aliases: ['end', 'end date', 'until', 'cycle close'],
    weight: 1,
  },
  {
    name: 'make',
    type: 'make',
    title: 'Make',
    meaning: meanings.make,
    example: 'Chevrolet',
    aliases: ['division', 'brand'],
    weight: 0,
  },
  {
    name: 'allocationGroup',
    type: 'text',
    title: 'Allocation Group',
    meaning: meanings.allocationGroup,
    example: 'CCRUBX',
    aliases: ['alloc group', 'group', 'entity', 'model group'],
    weight: 2,
  },
  {
    name: 'models',
    type: 'text',
    title: 'Models',
    meaning: meanings.models,
    example: 'Silverado 1500',
    aliases: ['model', 'model lines', 'model line'],
    weight: 0.5,
  },
  {
    name: 'units',
    type: 'integer',
    title: 'Units',
    meaning: meanings.units,
    example: '14',
    aliases: ['allocated', 'allocation', 'allocated units', 'final allocation', 'quantity', 'earned'],
    weight: 2,
  },
] as const satisfies readonly Field[];

const nameSpan = (texts: readonly string[]) => spanInTexts(texts) !== null;

export const allocationKind: KindDefinition = {
  fields: allocationFields,
  required: [
    { anyOf: ['allocationGroup'], what: needed.allocationGroup },
    { anyOf: ['units'], what: needed.allocatedUnits },
    { anyOf: ['cycle', 'cycleStart'], what: needed.allocationCycle, isStatedIn: nameSpan },
    { anyOf: ['make'], what: needed.make },
  ],
};
