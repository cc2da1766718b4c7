/** Turns the short rows of the line lists into model lines whose variants carry whole specifications. */
import { ENGINES, type EngineName } from './engines';
import type { ModelLine, Variant } from './vehicle-spec';

/** Trim, equipment group, model code, body, drivetrain, engine, price in dollars, weight, life in months ago. */
export type VariantRow = readonly [
  trim: string,
  equipmentGroup: string,
  modelCode: string,
  body: string,
  drivetrain: string,
  engine: EngineName,
  priceDollars: number,
  weight: number,
  life?: { launchedMonthsAgo?: number; lastOrderMonthsAgo?: number },
];

export type LineFacts = Omit<ModelLine, 'make' | 'variants'> & {
  wmi: string;
  /** VIN positions 4 and 5. */
  vinLine: string;
  plants: string;
  doors: number;
};

/** Position 6 of the VIN: one letter a trim. */
const TRIM_LETTERS = 'ABCDEFGHJKLMNPRSTUVWXY';

export function chevroletLine(facts: LineFacts, rows: readonly VariantRow[]): ModelLine {
  const { wmi, vinLine, plants, doors, ...line } = facts;
  const total = rows.reduce((sum, row) => sum + row[7], 0);
  const variants = rows.map((row, index): Variant => {
    const [trim, equipmentGroup, modelCode, body, drivetrain, engine, priceDollars, weight, life] = row;
    const vinModel = `${vinLine}${TRIM_LETTERS.charAt(index)}${drivetrain === '4WD' || drivetrain === 'AWD' ? 'K' : 'E'}`;
    return {
      spec: {
        make: 'Chevrolet',
        model: line.model,
        trim,
        body,
        doors,
        drivetrain,
        engine: ENGINES[engine],
        package: equipmentGroup,
        modelCode,
        wmi,
        vinModel,
        plants,
        priceDollars,
      },
      share: weight / total,
      ...life,
    };
  });
  return { make: 'Chevrolet', ...line, variants };
}
