import type { LostReason } from '@shared/contract/sales-analysis';

export const LOST_WORDS: Record<LostReason, string> = {
  not_in_stock: 'Not in stock',
  wrong_build: 'Another build wanted',
  price: 'Price',
  trade_in: 'Trade-in',
  wait_too_long: 'Would have to wait',
  other: 'Another reason',
};
