/** What can be done with a unit, in a dealer's words. */
import type { UnitAction } from '@shared/contract/aged-units';
import type { Tone } from '../../components/tone';

export const ACTION_WORDS: Record<UnitAction, string> = {
  hold: 'Hold',
  reprice: 'Reprice',
  trade: 'Trade',
  wholesale: 'Wholesale',
};

export const ACTION_TONES: Record<UnitAction, Tone> = {
  hold: 'good',
  reprice: 'caution',
  trade: 'act',
  wholesale: 'act',
};
