import type { LostReason } from '@shared/contract/sales-analysis';
import { texts } from '../../texts/texts';

export const LOST_WORDS: Record<LostReason, string> = texts.sales.lost.reasons;
