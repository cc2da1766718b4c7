import { Button, Menu } from '@mantine/core';
import { IconLayoutGridAdd } from '@tabler/icons-react';
import { texts } from '../../texts/texts';
import { addCard } from './arrange-cards';
import { overviewCards } from './overview-cards';
import type { OverviewLayout } from './use-overview-layout';

const words = texts.overview;

type Props = { layout: OverviewLayout; isArranging: boolean; onArrange(isArranging: boolean): void };

export function ArrangeTools({ layout, isArranging, onArrange }: Props) {
  if (!isArranging) {
    return (
      <Button variant="default" onClick={() => onArrange(true)} data-testid="arrange">
        {words.arrange}
      </Button>
    );
  }
  return (
    <>
      <AddMenu layout={layout} />
      <Button variant="default" disabled={layout.isStandard} onClick={() => layout.change(null)}>
        {words.standard}
      </Button>
      <Button onClick={() => onArrange(false)} data-testid="arrange-done">
        {words.done}
      </Button>
    </>
  );
}

function AddMenu({ layout }: { layout: OverviewLayout }) {
  const hidden = overviewCards.filter(({ id }) => !layout.cards.some((card) => card.id === id));
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconLayoutGridAdd size={14} aria-hidden />}
          disabled={hidden.length === 0}
          title={hidden.length === 0 ? words.allShown : undefined}
          data-testid="add-card"
        >
          {words.add}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {hidden.map(({ id, title, columns, rows }) => (
          <Menu.Item key={id} onClick={() => layout.change(addCard(layout.cards, { id, columns, rows }))}>
            {title}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
