/** What is said of a plan on its screen, on paper and in the workbook alike. */
export const plan = {
  part: (part: { lines: number; ofLines: number; units: number; ofUnits: number }) =>
    `A part of the plan: ${part.lines} of ${part.ofLines} lines, ${part.units} of ${part.ofUnits} units. Limits and remarks are those of the whole plan.`,
};
