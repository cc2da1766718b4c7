/**
 * VIN clean-up. Letters that no VIN has (O, I, Q) are read as the digits they were typed for; anything else that
 * is wrong is said but kept, for European VINs fail the check digit and old lists hold only the last 6 or 8.
 */

import { hasValidCheckDigit, isVinShaped } from '@shared/domain/vin';
import { engineTexts } from '@shared/texts/engine-texts';

const words = engineTexts.importing.rows.vin;

export type VinFinding = {
  readonly code: 'VIN_LETTERS' | 'VIN_CHECK_DIGIT' | 'VIN_LENGTH' | 'VIN_SHORT' | 'VIN_DAMAGED';
  readonly severity: 'repaired' | 'warning';
  readonly message: string;
};

export type RepairedVin = { readonly vin: string | null; readonly findings: readonly VinFinding[] };

const SHORT_LENGTHS: ReadonlySet<number> = new Set([6, 7, 8]);

const SCIENTIFIC = /^\d+(\.\d+)?E\+?\d+$/;

export function repairVin(text: string): RepairedVin {
  if (hasValidCheckDigit(text) && !SCIENTIFIC.test(text)) return { vin: text, findings: [] };
  const compact = text.toUpperCase().replace(/[\s'"*.-]/g, '');
  if (SCIENTIFIC.test(text.trim().toUpperCase()) || !/^[A-Z0-9]+$/.test(compact)) {
    return found(null, 'VIN_DAMAGED', 'warning', words.damaged);
  }
  if (SHORT_LENGTHS.has(compact.length)) {
    return found(compact, 'VIN_SHORT', 'warning', words.short);
  }
  if (compact.length !== 17) {
    return found(compact, 'VIN_LENGTH', 'warning', words.length(String(compact.length)));
  }
  if (isVinShaped(compact)) return checked(compact);
  const repaired = compact.replace(/[OQ]/g, '0').replace(/I/g, '1');
  const letters: VinFinding = {
    code: 'VIN_LETTERS',
    severity: 'repaired',
    message: words.letters(repaired),
  };
  return { vin: repaired, findings: [letters, ...checked(repaired).findings] };
}

function checked(vin: string): RepairedVin {
  if (hasValidCheckDigit(vin)) return { vin, findings: [] };
  return found(vin, 'VIN_CHECK_DIGIT', 'warning', words.checkDigit);
}

function found(
  vin: string | null,
  code: VinFinding['code'],
  severity: VinFinding['severity'],
  message: string,
): RepairedVin {
  return { vin, findings: [{ code, severity, message }] };
}
