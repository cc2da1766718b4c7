/** The trade's words for a unit's status; only `available` can be sold today. */
import type { StockStatus } from '@shared/contract/inventory';
import { texts } from '../../texts/texts';

export const STATUS_WORDS: Record<StockStatus, string> = texts.inventory.statuses;

export const STATUSES = Object.keys(STATUS_WORDS) as StockStatus[];
