/**
 * A field is what a column can mean. `title` is its header in DOSO's own template; `aliases` are further names
 * seen in the field, the likelier first. `weight` is how strongly the field speaks for its kind of file.
 */

import { fieldWord } from '@shared/domain/field-words';
import { engineTexts } from '@shared/texts/engine-texts';

const meanings = engineTexts.importing.fields.meanings.vehicle;

export type FieldType =
  | 'text'
  | 'identifier'
  | 'vin'
  | 'vehicle'
  | 'year'
  | 'make'
  | 'condition'
  | 'flag'
  | 'stockStatus'
  | 'saleType'
  | 'dealType'
  | 'dealState'
  | 'orderStatus'
  | 'decision'
  | 'money'
  | 'integer'
  | 'number'
  | 'day'
  | 'zip'
  | 'period'
  /** A trim level, as against an interior under the same column name. */
  | 'grade'
  /** An interior colour or its factory code. */
  | 'interior'
  /** A trim level, or an interior, by its words alone: trim levels such as LT1 look like codes. */
  | 'gradeName'
  | 'interiorName'
  /** A kind of body in a word: truck, SUV. */
  | 'bodyWord'
  /** Only whether the cell is filled is used; the value itself is personal and dropped. */
  | 'presence';

export type Field = {
  readonly name: string;
  readonly type: FieldType;
  readonly title: string;
  readonly meaning: string;
  readonly example: string;
  readonly aliases: readonly string[];
  readonly weight: number;
  /** Whether further columns of such a name stand in where the best one is blank. */
  readonly hasAlternates?: boolean;
};

/** The field that a mapping means, by its name, its template's title or the word that screens show for it. */
export function fieldSaid(fields: readonly Field[], target: string): Field | undefined {
  return (
    fields.find(({ name, title }) => name === target || title === target) ??
    fields.find(({ name }) => fieldWord(name).toLowerCase() === target.toLowerCase())
  );
}

/** One group is satisfied by any of its fields; a file needs every group. */
export type KindDefinition = {
  readonly fields: readonly Field[];
  readonly required: readonly Requirement[];
};

export type Requirement = {
  readonly anyOf: readonly string[];
  readonly what: string;
  /** A field that will do where no other column of the file holds words, so that none could be the one that is asked for. */
  readonly standIn?: string;
  /** Whether a text above the header, or the file's name, says it for all rows. */
  readonly isStatedIn?: (texts: readonly string[]) => boolean;
};

export const STORE_FIELD = {
  name: 'storeCode',
  type: 'identifier',
  title: 'Store',
  meaning: meanings.storeCode,
  example: 'HARBOR',
  aliases: [
    'store code',
    'dealer id',
    'dealership id',
    'dv dealer id',
    'vendor dealer id',
    'selling dealer',
    'dealer code',
    'dealer number',
    'bac',
    'company number',
    'store number',
    'rooftop',
    'dealership',
    'location id',
  ],
  weight: 0,
} as const satisfies Field;

/** What says which vehicle it is; the same in stock, sales and order files. */
export const BUILD_FIELDS = [
  {
    name: 'year',
    type: 'year',
    title: 'Year',
    meaning: meanings.year,
    example: '2025',
    aliases: ['model year', 'my', 'vehicle year', 'bike year', 'vehicle yr'],
    weight: 0.2,
  },
  {
    name: 'make',
    type: 'make',
    title: 'Make',
    meaning: meanings.make,
    example: 'Chevrolet',
    aliases: ['make name', 'make description', 'division', 'vehicle make', 'brand'],
    weight: 0.2,
  },
  {
    name: 'model',
    type: 'text',
    title: 'Model',
    meaning: meanings.model,
    example: 'Silverado 1500',
    aliases: ['model name', 'model description', 'carline', 'vehicle model', 'model line'],
    weight: 0.2,
  },
  {
    name: 'vehicle',
    type: 'vehicle',
    title: 'Vehicle',
    meaning: meanings.vehicle,
    example: '2025 Chevrolet Silverado 1500',
    aliases: ['year make model', 'ymm', 'yr model', 'vehicle description', 'unit', 'year make model trim'],
    weight: 0.3,
  },
  {
    name: 'modelCode',
    type: 'identifier',
    title: 'Model Code',
    meaning: meanings.modelCode,
    example: 'CK10543',
    aliases: ['model number', 'mfg model code', 'model no'],
    weight: 0,
  },
  {
    name: 'body',
    type: 'text',
    title: 'Body',
    meaning: meanings.body,
    example: 'Crew Cab',
    aliases: ['body style', 'body type', 'bodystyle', 'body class', 'cab', 'style description'],
    weight: 0,
  },
  {
    name: 'trim',
    type: 'gradeName',
    title: 'Trim',
    meaning: meanings.trim,
    example: 'LT',
    aliases: ['series', 'trim level', 'grade', 'trim name', 'model trim'],
    weight: 0,
  },
  {
    name: 'drivetrain',
    type: 'text',
    title: 'Drivetrain',
    meaning: meanings.drivetrain,
    example: '4WD',
    aliases: ['drivetrain desc', 'drive type', 'drive train', 'drive', 'drive line', 'wheel drive'],
    weight: 0,
  },
  {
    name: 'engine',
    type: 'text',
    title: 'Engine',
    meaning: meanings.engine,
    example: '5.3L V8',
    aliases: ['engine description', 'engine configuration', 'engine name', 'engine type'],
    weight: 0,
  },
  {
    name: 'exteriorColor',
    type: 'text',
    title: 'Exterior Color',
    meaning: meanings.exteriorColor,
    example: 'Summit White',
    aliases: [
      'ext color',
      'color',
      'exterior',
      'exterior colour',
      'ext color generic',
      'color description',
      'paint',
    ],
    weight: 0,
  },
  {
    name: 'bodyType',
    type: 'bodyWord',
    title: 'Body Type',
    meaning: meanings.bodyType,
    example: '',
    aliases: ['type', 'vehicle type'],
    weight: 0,
  },
  {
    name: 'interiorTrim',
    type: 'interiorName',
    title: 'Interior Trim',
    meaning: meanings.interiorTrim,
    example: '',
    aliases: ['trim'],
    weight: 0,
  },
  {
    name: 'interiorColor',
    type: 'text',
    title: 'Interior Color',
    meaning: meanings.interiorColor,
    example: 'Jet Black',
    aliases: ['int color', 'interior', 'interior colour', 'int color generic', 'interior trim', 'upholstery'],
    weight: 0,
  },
] as const satisfies readonly Field[];

export const VIN_FIELD = {
  name: 'vin',
  type: 'vin',
  title: 'VIN',
  meaning: meanings.vin,
  example: '1GCUDDED5SZ123450',
  aliases: [
    'serial number',
    'vehicle identification number',
    'vin number',
    'serial no vehicle',
    'serial',
    'short vin',
    'vin8',
    'vin6',
    'last 8',
    'last 6',
    'last 8 vin',
    'vin last 8',
    'chassis number',
  ],
  weight: 0.4,
} as const satisfies Field;

export const STOCK_NUMBER_FIELD = {
  name: 'stockNumber',
  type: 'identifier',
  title: 'Stock #',
  meaning: meanings.stockNumber,
  example: 'C25117',
  aliases: ['stock number', 'stock', 'stock no', 'stock id', 'vehicle stock no', 'stk', 'inventory number'],
  weight: 0.4,
} as const satisfies Field;
