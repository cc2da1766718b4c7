import { SegmentedControl, Skeleton, Switch, useMantineColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Panel } from '../../components/panel';
import { QueryView } from '../../components/query-view';
import { desktop } from '../../lib/desktop-bridge';
import { orpc } from '../../lib/engine-client';
import { formatBytes, formatCount } from '../../lib/format';
import { useSessionStore } from '../../lib/session-store';
import { texts } from '../../texts/texts';
import classes from './window-page.module.css';

export function WindowPage() {
  return (
    <div className={classes.pair}>
      <AppearancePanel />
      <AboutPanel />
    </div>
  );
}

function AppearancePanel() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { isContrastHigh, setContrastHigh, isNewsOnDesktop, setNewsOnDesktop } = useSessionStore();
  return (
    <Panel title="Appearance">
      <SegmentedControl
        aria-label="Colours"
        data={[
          { value: 'light', label: 'Light' },
          { value: 'dark', label: 'Dark' },
          { value: 'auto', label: 'As the system' },
        ]}
        value={colorScheme}
        onChange={(value) => setColorScheme(value === 'light' || value === 'dark' ? value : 'auto')}
        data-testid="settings-scheme"
      />
      <Switch
        mt="sm"
        size="xs"
        label="High contrast"
        checked={isContrastHigh}
        onChange={(event) => setContrastHigh(event.currentTarget.checked)}
        data-testid="settings-contrast"
      />
      <Switch
        mt="sm"
        size="xs"
        label={texts.shell.settings.desktopNews}
        description={texts.shell.settings.desktopNewsAbout}
        checked={isNewsOnDesktop}
        onChange={(event) => setNewsOnDesktop(event.currentTarget.checked)}
        data-testid="settings-desktop-news"
      />
    </Panel>
  );
}

function AboutPanel() {
  const status = useQuery(orpc.system.getStatus.queryOptions({ input: {} }));
  return (
    <Panel title="About">
      <QueryView query={status} loading={<Skeleton height={80} />}>
        {({ engine, databaseBytes, schemaVersion, counts }) => (
          <dl className={classes.facts}>
            <dt>Version</dt>
            <dd>
              {desktop.appVersion}
              {desktop.runtimeNote && ` (${desktop.runtimeNote.toLowerCase()})`}, engine {engine.version},
              PostgreSQL {engine.postgres}, schema {schemaVersion}
            </dd>
            <dt>Data</dt>
            <dd>
              {engine.dataDirectory}, {formatBytes(databaseBytes)}
            </dd>
            <dt>Holds</dt>
            <dd>
              {formatCount(counts.sales)} sales, {formatCount(counts.stockEpisodes)} stays in stock,{' '}
              {formatCount(counts.factoryOrders)} orders, {formatCount(counts.importBatches)} imports
            </dd>
          </dl>
        )}
      </QueryView>
    </Panel>
  );
}
