/** The trade's words for a unit's status; only `available` can be sold today. */
import type { StockStanding, StockStatus } from '@shared/contract/inventory';
import { texts } from '../../texts/texts';

export const STATUS_WORDS: Record<StockStatus, string> = texts.inventory.statuses;

/** What the list can be narrowed to. */
export const STANDING_WORDS: Record<StockStanding, string> = {
  on_ground: texts.inventory.onGround,
  ...STATUS_WORDS,
};

export const STANDINGS = Object.keys(STANDING_WORDS) as StockStanding[];
