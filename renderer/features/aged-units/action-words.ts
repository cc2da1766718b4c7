/** What can be done with a unit, in a dealer's words. */
import type { UnitAction } from '@shared/contract/aged-units';
import type { Tone } from '../../components/tone';
import { texts } from '../../texts/texts';

export const ACTION_WORDS: Record<UnitAction, string> = texts.agedUnits.actions;

export const ACTION_TONES: Record<UnitAction, Tone> = {
  hold: 'good',
  reprice: 'caution',
  trade: 'act',
  wholesale: 'act',
};
