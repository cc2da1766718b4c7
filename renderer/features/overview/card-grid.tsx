import type { Overview } from '@shared/contract/overview';
import { type CSSProperties, useState } from 'react';
import { ArrangedCard } from './arranged-card';
import classes from './card-grid.module.css';
import { overviewCards } from './overview-cards';
import type { OverviewLayout } from './use-overview-layout';

type Props = { overview: Overview; layout: OverviewLayout; isArranging: boolean };

/** The cards in their places; while they are arranged each can be moved, resized and removed. */
export function CardGrid({ overview, layout, isArranging }: Props) {
  const [dragged, setDragged] = useState<string | null>(null);
  return (
    <div className={classes.grid} data-arranging={isArranging || undefined} data-testid="overview-cards">
      {layout.cards.map(({ id, columns, rows }) => {
        const card = overviewCards.find((candidate) => candidate.id === id);
        if (!card) return null;
        const place = { '--columns': columns, '--rows': rows } as CSSProperties;
        return (
          <div key={id} className={classes.cell} style={place} data-testid={`card-${id}`}>
            {isArranging ? (
              <ArrangedCard
                card={{ ...card, columns, rows }}
                layout={layout}
                dragged={dragged}
                onDrag={setDragged}
              >
                {card.draw(overview)}
              </ArrangedCard>
            ) : (
              card.draw(overview)
            )}
          </div>
        );
      })}
    </div>
  );
}
