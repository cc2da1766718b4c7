import {
  ActionIcon,
  Kbd,
  Tooltip,
  UnstyledButton,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core';
import { IconMoon, IconSearch, IconSun } from '@tabler/icons-react';
import { Freshness } from '../../components/freshness';
import { localDay } from '../../lib/format';
import { useCurrentStore } from '../../lib/use-stores';
import { texts } from '../../texts/texts';
import { HelpButton } from './help-button';
import { HistoryButtons } from './history-buttons';
import { JobsTray } from './jobs-tray';
import { NewsMenu } from './news-menu';
import { usePaletteStore } from './palette-store';
import { SampleBadge } from './sample-badge';
import { StoreSwitcher } from './store-switcher';
import classes from './top-bar.module.css';

const words = texts.shell.top;

export function TopBar() {
  const store = useCurrentStore();
  return (
    <header className={classes.bar}>
      <HistoryButtons />
      <StoreSwitcher />
      {store?.dataDate && <Freshness dataDate={store.dataDate} today={localDay(new Date())} />}
      {store?.isSample && <SampleBadge />}
      <div className={classes.tools}>
        <SearchButton />
        <HelpButton />
        <NewsMenu />
        <JobsTray />
        <SchemeToggle />
      </div>
    </header>
  );
}

function SearchButton() {
  const open = usePaletteStore((state) => state.open);
  return (
    <UnstyledButton className={classes.search} onClick={open} data-testid="open-palette">
      <IconSearch size={14} aria-hidden />
      <span>{words.search}</span>
      <Kbd size="xs">{texts.shell.keys.withCtrl('K')}</Kbd>
    </UnstyledButton>
  );
}

function SchemeToggle() {
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  const next = scheme === 'dark' ? 'light' : 'dark';
  const label = words.useScheme[next];
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} onClick={() => setColorScheme(next)} data-testid="toggle-theme">
        {scheme === 'dark' ? <IconSun size={17} stroke={1.7} /> : <IconMoon size={17} stroke={1.7} />}
      </ActionIcon>
    </Tooltip>
  );
}
