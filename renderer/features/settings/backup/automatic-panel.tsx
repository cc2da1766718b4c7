import { Button, Skeleton } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Panel } from '../../../components/panel';
import { QueryView } from '../../../components/query-view';
import { StatusPill } from '../../../components/status-pill';
import { desktop } from '../../../lib/desktop-bridge';
import { orpc } from '../../../lib/engine-client';
import { notifyError } from '../../../lib/notices-store';
import { AutomaticPassphrase } from './automatic-passphrase';
import classes from './backup.module.css';

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
    const folder = await desktop.chooseFolder('Folder for automatic backups');
    if (folder !== null) set.mutate({ folder });
  };
  return (
    <Panel title="By themselves">
      <QueryView query={state} loading={<Skeleton height={90} />}>
        {({ preferences, folder, isEncrypted, isChosenFolderUsable, isDailyDue }) => (
          <div className={classes.stack}>
            <p className={classes.text}>
              Once on each day of use and before each update of the database, to this folder. A folder on
              another disk survives the loss of this one.
            </p>
            <p className={classes.path} data-testid="backup-folder">
              {folder}
            </p>
            {!isChosenFolderUsable && (
              <StatusPill tone="act">Cannot be reached; backups go beside the database meanwhile</StatusPill>
            )}
            <StatusPill tone={isDailyDue ? 'caution' : 'good'}>
              {isDailyDue ? 'None of the last 24 hours yet' : 'There is one of the last 24 hours'}
            </StatusPill>
            <div className={classes.buttons}>
              <Button
                variant="default"
                onClick={() => void choose().catch(notifyError)}
                data-testid="backup-choose-folder"
              >
                Choose a folder…
              </Button>
              {preferences.folder !== null && (
                <Button variant="subtle" onClick={() => set.mutate({ folder: null })}>
                  Use the usual one
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
