/** Thrown when what an import was planned on has changed, or turns out otherwise than planned. */
export class PlanOutdated extends Error {}
