import { limits } from './limits';
import { lines } from './lines';
import { screen } from './screen';

/** Words of the Order plan, by part of the screen. */
export const orderPlan = { screen, lines, limits };
