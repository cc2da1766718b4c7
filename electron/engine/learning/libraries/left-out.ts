/** Stands in for what danfojs can do besides frames and arithmetic: reading files, the network, plotting, printing. */
export const isLeftOut = true;
