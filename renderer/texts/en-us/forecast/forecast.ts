import { accuracy } from './accuracy';
import { adjust } from './adjust';
import { screen } from './screen';
import { series } from './series';

/** Words of the Forecast, by part of the screen. */
export const forecast = { screen, series, accuracy, adjust };
