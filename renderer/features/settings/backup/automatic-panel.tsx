import { Button, Skeleton } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Panel } from '../../../components/panel';
import { QueryView } from '../../../components/query-view';
import { StatusPill } from '../../../components/status-pill';
import { desktop } from '../../../lib/desktop-bridge';
import { orpc } from '../../../lib/engine-client';
import { notifyError } from '../../../lib/notices-store';
import { texts } from '../../../texts/texts';
import { AutomaticPassphrase } from './automatic-passphrase';
import classes from './backup.module.css';

const words = texts.settings.backup.automatic;

/** Where the backups go that nobody has to remember. */
export function AutomaticPanel() {
  const state = useQuery(orpc.backups.getState.queryOptions({ input: {}, staleTime: 0 }));
  const queryClient = useQueryClient();
  const set = useMutation(
    orpc.backups.setPreferences.mutationOptions({
      onSuccess: (changed) => {
        queryClient.setQueryData(orpc.backups.getState.queryKey({ input: {} }), changed);
        void queryClient.invalidateQueries({ queryKey: orpc.backups.list.key() });
      },
      onError: notifyError,
    }),
  );
  const choose = async () => {
    const folder = await desktop.chooseFolder(words.chooseTitle);
    if (folder !== null) set.mutate({ folder });
  };
  return (
    <Panel title={words.title}>
      <QueryView query={state} loading={<Skeleton height={90} />}>
        {({ preferences, folder, isEncrypted, isChosenFolderUsable, isDailyDue }) => (
          <div className={classes.stack}>
            <p className={classes.text}>{words.about}</p>
            <p className={classes.path} data-testid="backup-folder">
              {folder}
            </p>
            {!isChosenFolderUsable && <StatusPill tone="act">{words.unreachable}</StatusPill>}
            <StatusPill tone={isDailyDue ? 'caution' : 'good'}>
              {isDailyDue ? words.noneLately : words.oneLately}
            </StatusPill>
            <div className={classes.buttons}>
              <Button
                variant="default"
                onClick={() => void choose().catch(notifyError)}
                data-testid="backup-choose-folder"
              >
                {words.choose}
              </Button>
              {preferences.folder !== null && (
                <Button variant="subtle" onClick={() => set.mutate({ folder: null })}>
                  {words.useUsual}
                </Button>
              )}
            </div>
            <AutomaticPassphrase isEncrypted={isEncrypted} />
          </div>
        )}
      </QueryView>
    </Panel>
  );
}
