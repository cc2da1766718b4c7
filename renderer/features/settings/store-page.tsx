import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { EmptyState } from '../../components/empty-state';
import { Panel } from '../../components/panel';
import { QueryView } from '../../components/query-view';
import { orpc } from '../../lib/engine-client';
import { useScope } from '../../lib/session-store';
import { useCurrentStore, useStores } from '../../lib/use-stores';
import { texts } from '../../texts/texts';
import { OrderingPanel } from './ordering/ordering-panel';
import { SettingsForm } from './settings-form';

const words = texts.settings.store;

export function StorePage() {
  const { storeCode } = useScope();
  const { data: stores } = useStores();
  const store = useCurrentStore();
  const input = storeCode ? { storeCode } : {};
  const settings = useQuery(orpc.stores.getSettings.queryOptions({ input, enabled: store !== null }));
  if (stores?.length === 0) {
    return (
      <Panel title={words.title}>
        <EmptyState title={words.none}>{words.noneAbout}</EmptyState>
      </Panel>
    );
  }
  return (
    <QueryView query={settings} loading={<Skeleton height={360} radius="lg" />}>
      {(present) => (
        <>
          <SettingsForm key={store?.code} storeName={store?.name ?? ''} input={input} settings={present} />
          <OrderingPanel input={input} />
        </>
      )}
    </QueryView>
  );
}
