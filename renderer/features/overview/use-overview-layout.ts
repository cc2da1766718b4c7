/**
 * The Overview's cards as this user arranged them. The window keeps a copy, so that a start paints them in their places
 * before the engine is up; each change can be undone.
 */
import { type LayoutCard, layoutCardSchema } from '@shared/contract/workspace';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { z } from 'zod';
import { engine, orpc } from '../../lib/engine-client';
import { notifyError } from '../../lib/notices-store';
import { offerUndo } from '../../lib/undo-store';
import { texts } from '../../texts/texts';
import { type Cards, usableCards } from './arrange-cards';
import { knownCards, standardLayout } from './overview-cards';

const KEY = 'doso-overview-layout';
const input = { screen: 'overview' };
const savedSchema = z.array(layoutCardSchema).nullable();

export type OverviewLayout = { cards: Cards; isStandard: boolean; change(cards: Cards | null): void };

export function useOverviewLayout(): OverviewLayout {
  const queryClient = useQueryClient();
  const options = orpc.workspace.getLayout.queryOptions({ input });
  const { data } = useQuery({ ...options, placeholderData: readCopy });
  useEffect(() => {
    if (data !== undefined) localStorage.setItem(KEY, JSON.stringify(data));
  }, [data]);

  const put = (cards: Cards | null) => {
    const next = cards === null ? null : [...cards];
    queryClient.setQueryData(options.queryKey, next);
    engine.workspace.saveLayout({ ...input, cards: next }).catch(notifyError);
  };
  const own = data ? usableCards(data, knownCards) : null;
  return {
    cards: own ?? standardLayout,
    isStandard: own === null,
    change: (cards) => {
      offerUndo({ what: texts.overview.changed, topic: null, undo: () => put(own) });
      put(cards);
    },
  };
}

function readCopy(): LayoutCard[] | null {
  try {
    return savedSchema.catch(null).parse(JSON.parse(localStorage.getItem(KEY) ?? 'null'));
  } catch {
    return null;
  }
}
