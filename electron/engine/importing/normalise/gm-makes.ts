/**
 * The make behind a division that GM's order exports print as a number: told by the VIN where there is one, else by
 * the model's name, else by GM's own model code, whose beginning is the division's (C for Chevrolet's trucks and T for
 * GMC's; 1, 4 and 6 for cars and crossovers of Chevrolet, Buick and Cadillac).
 */
const MODELS: Readonly<Record<string, RegExp>> = {
  Chevrolet:
    /^(silverado|tahoe|suburban|colorado|equinox|traverse|trax|trailblazer|blazer|malibu|camaro|corvette|bolt|express|spark|impala|cruze|sonic|volt|ssr|hhr)\b/i,
  GMC: /^(sierra|yukon|canyon|terrain|acadia|savana|hummer)\b/i,
  Buick: /^(enclave|encore|envision|envista|lacrosse|regal|verano|cascada|lucerne)\b/i,
  Cadillac: /^(escalade|xt[456]|ct[456]|cts|ats|xts|srx|lyriq|optiq|vistiq|celestiq)\b/i,
};

const CODES: Readonly<Record<string, RegExp>> = {
  Chevrolet: /^(C[CGKSRHT]\d{5}|1[A-Z]{1,2}[A-Z0-9]\d{2}|1[A-Z]{2}\d{2,3})$/i,
  GMC: /^T[CGKSRHTLN][A-Z0-9]\d{4}$/i,
  Buick: /^4[A-Z]{1,2}[A-Z0-9]\d{2}$|^4[A-Z]{2}\d{2,3}$/i,
  Cadillac: /^6[A-Z]{1,2}[A-Z0-9]\d{2}$|^6[A-Z]\d{5}$|^6[A-Z]{2}\d{2,3}$/i,
};

/** Whether a make is written as a number, which only its maker knows. */
export function isDivisionCode(text: string): boolean {
  return /^\d{1,3}$/.test(text.trim());
}

/** Undefined when neither the model's name nor its code is one of GM's. */
export function makeOfGmModel(model: string): string | undefined {
  const text = model.trim();
  return [MODELS, CODES]
    .flatMap((table) => Object.entries(table))
    .find(([, pattern]) => pattern.test(text))?.[0];
}
