import { Menu, UnstyledButton } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { useSessionStore } from '../../lib/session-store';
import { useCurrentStore, useStores } from '../../lib/use-stores';
import { texts } from '../../texts/texts';
import classes from './top-bar.module.css';

const words = texts.shell.top;

export function StoreSwitcher() {
  const { data: stores } = useStores();
  const chooseStore = useSessionStore((state) => state.chooseStore);
  const current = useCurrentStore();
  if (!current) return <span className={classes.store}>{stores ? words.noStore : ' '}</span>;
  if (!stores || stores.length < 2) {
    return (
      <span className={classes.store} data-testid="store-name">
        {current.name}
      </span>
    );
  }
  return (
    <Menu position="bottom-start" shadow="md">
      <Menu.Target>
        <UnstyledButton className={classes.store} data-testid="store-name">
          {current.name} <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {stores.map((store) => (
          <Menu.Item
            key={store.code}
            leftSection={
              store.code === current.code ? <IconCheck size={14} /> : <span style={{ width: 14 }} />
            }
            onClick={() => chooseStore(store.code)}
          >
            {store.isSample ? words.sampleStore(store.name) : store.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
