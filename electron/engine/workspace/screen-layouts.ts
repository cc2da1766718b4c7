/** The cards of a screen as a user arranged them; no row means the screen's own layout. */
import { type LayoutCard, layoutCardSchema } from '@shared/contract/workspace';
import { z } from 'zod';
import type { Db } from '../database/database';

const cardsSchema = z.array(layoutCardSchema);

export async function readLayout(db: Db, userName: string, screen: string): Promise<LayoutCard[] | null> {
  const row = await db
    .selectFrom('screenLayout')
    .select('cards')
    .where('userName', '=', userName)
    .where('screen', '=', screen)
    .executeTakeFirst();
  const parsed = cardsSchema.safeParse(row?.cards);
  return parsed.success ? parsed.data : null;
}

export async function saveLayout(
  db: Db,
  userName: string,
  screen: string,
  cards: readonly LayoutCard[] | null,
): Promise<void> {
  if (cards === null) {
    await db
      .deleteFrom('screenLayout')
      .where('userName', '=', userName)
      .where('screen', '=', screen)
      .execute();
    return;
  }
  const written = JSON.stringify(cards);
  await db
    .insertInto('screenLayout')
    .values({ userName, screen, cards: written })
    .onConflict((conflict) => conflict.columns(['userName', 'screen']).doUpdateSet({ cards: written }))
    .execute();
}
