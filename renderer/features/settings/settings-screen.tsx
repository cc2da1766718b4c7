import { SegmentedControl, Skeleton, useMantineColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { EmptyState } from '../../components/empty-state';
import { Panel } from '../../components/panel';
import { QueryView } from '../../components/query-view';
import { Screen } from '../../components/screen';
import { desktop } from '../../lib/desktop-bridge';
import { orpc } from '../../lib/engine-client';
import { formatBytes, formatCount } from '../../lib/format';
import { useScope } from '../../lib/session-store';
import { useCurrentStore, useStores } from '../../lib/use-stores';
import { SettingsForm } from './settings-form';
import classes from './settings-screen.module.css';

export function SettingsScreen() {
  return (
    <Screen
      name="settings"
      title="Settings"
      lead="What holding costs, what is aged, and what bounds an order"
    >
      <StoreSettingsPanel />
      <div className={classes.pair}>
        <AppearancePanel />
        <AboutPanel />
      </div>
    </Screen>
  );
}

function StoreSettingsPanel() {
  const { storeCode } = useScope();
  const { data: stores } = useStores();
  const store = useCurrentStore();
  const input = storeCode ? { storeCode } : {};
  const settings = useQuery(orpc.stores.getSettings.queryOptions({ input, enabled: store !== null }));
  if (stores?.length === 0) {
    return (
      <Panel title="Store">
        <EmptyState title="No store yet">
          A store's settings appear here once its first file is imported.
        </EmptyState>
      </Panel>
    );
  }
  return (
    <QueryView query={settings} loading={<Skeleton height={360} radius="lg" />}>
      {(present) => (
        <SettingsForm key={store?.code} storeName={store?.name ?? ''} input={input} settings={present} />
      )}
    </QueryView>
  );
}

function AppearancePanel() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
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
