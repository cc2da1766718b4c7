import { z } from 'zod';

/** What success means to this dealer: high gross, a fast turn, half of each, or many units. */
export const learningTargetSchema = z.enum(['balanced', 'gross', 'turn', 'share']);
