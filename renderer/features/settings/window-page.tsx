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

const words = texts.settings.screen.window;

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
    <Panel title={words.appearance}>
      <SegmentedControl
        aria-label={words.colours}
        data={[
          { value: 'light', label: words.light },
          { value: 'dark', label: words.dark },
          { value: 'auto', label: words.asSystem },
        ]}
        value={colorScheme}
        onChange={(value) => setColorScheme(value === 'light' || value === 'dark' ? value : 'auto')}
        data-testid="settings-scheme"
      />
      <Switch
        mt="sm"
        size="xs"
        label={words.highContrast}
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
    <Panel title={words.about}>
      <QueryView query={status} loading={<Skeleton height={80} />}>
        {({ engine, databaseBytes, schemaVersion, counts }) => (
          <dl className={classes.facts}>
            <dt>{words.version}</dt>
            <dd>
              {words.versions({
                app: desktop.appVersion,
                note: desktop.runtimeNote?.toLowerCase() ?? '',
                engine: engine.version,
                postgres: engine.postgres,
                schema: schemaVersion,
              })}
            </dd>
            <dt>{words.data}</dt>
            <dd>{words.dataAt(engine.dataDirectory, formatBytes(databaseBytes))}</dd>
            <dt>{words.holds}</dt>
            <dd>
              {words.holdings(
                formatCount(counts.sales),
                formatCount(counts.stockEpisodes),
                formatCount(counts.factoryOrders),
                formatCount(counts.importBatches),
              )}
            </dd>
          </dl>
        )}
      </QueryView>
    </Panel>
  );
}
