/** Money is integer cents everywhere; dollars exist only where a person reads or a file writes them. */
export type Cents = number;

export function centsFromDollars(dollars: number): Cents {
  return Math.round(dollars * 100);
}

export function dollarsFromCents(cents: Cents): number {
  return cents / 100;
}
