/** Rates that set stock against sales. Null, never 0 or infinity, where nothing was sold. */

/** Days the available units last at the window's rate: 30 units and 15 sold in 45 days are 90 days. */
export function daysSupply(availableUnits: number, soldInWindow: number, windowDays: number): number | null {
  return soldInWindow === 0 ? null : (availableUnits * windowDays) / soldInWindow;
}

/** Turns a year: 600 sold in 365 days over 50 in stock are 12. `overDays` is how long those sales took. */
export function turnFlow(soldUnits: number, overDays: number, unitsInStock: number): number | null {
  if (soldUnits === 0 || unitsInStock === 0) return null;
  return (soldUnits * 365) / overDays / unitsInStock;
}
