import { spanInTexts } from '../../normalise/period-text';
import { type Field, type KindDefinition, STORE_FIELD } from './field';

/** Columns of an allocation: units that the maker grants, by group and cycle. */
export const allocationFields = [
  STORE_FIELD,
  {
    name: 'cycle',
    type: 'identifier',
    title: 'Cycle',
    meaning: 'Name of the allocation cycle',
    example: '2025-11',
    aliases: ['allocation cycle', 'period', 'allocation month', 'dosp', 'cycle name'],
    weight: 1,
  },
  {
    name: 'cycleStart',
    type: 'day',
    title: 'Cycle Start',
    meaning: 'First day of the cycle',
    example: '2025-11-01',
    aliases: ['start', 'start date', 'from', 'cycle begin'],
    weight: 1,
  },
  {
    name: 'cycleEnd',
    type: 'day',
    title: 'Cycle End',
    meaning: 'Last day of the cycle',
    example: '2025-11-30',
    aliases: ['end', 'end date', 'until', 'cycle close'],
    weight: 1,
  },
  {
    name: 'make',
    type: 'make',
    title: 'Make',
    meaning: 'Make',
    example: 'Chevrolet',
    aliases: ['division', 'brand'],
    weight: 0,
  },
  {
    name: 'allocationGroup',
    type: 'text',
    title: 'Allocation Group',
    meaning: 'Group that the maker allocates by',
    example: 'CCRUBX',
    aliases: ['alloc group', 'group', 'entity', 'model group'],
    weight: 2,
  },
  {
    name: 'models',
    type: 'text',
    title: 'Models',
    meaning: 'Models of the group, separated by |',
    example: 'Silverado 1500',
    aliases: ['model', 'model lines', 'model line'],
    weight: 0.5,
  },
  {
    name: 'units',
    type: 'integer',
    title: 'Units',
    meaning: 'Units allocated',
    example: '14',
    aliases: ['allocated', 'allocation', 'allocated units', 'final allocation', 'quantity', 'earned'],
    weight: 2,
  },
] as const satisfies readonly Field[];

const nameSpan = (texts: readonly string[]) => spanInTexts(texts) !== null;

export const allocationKind: KindDefinition = {
  fields: allocationFields,
  required: [
    { anyOf: ['allocationGroup'], what: 'the allocation group' },
    { anyOf: ['units'], what: 'the allocated units' },
    { anyOf: ['cycle', 'cycleStart'], what: 'the allocation cycle', isStatedIn: nameSpan },
    { anyOf: ['make'], what: 'the make' },
  ],
};
