import { Button, Checkbox, Modal, Select, TextInput } from '@mantine/core';
import type { WatchSettings } from '@shared/contract/watch';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ErrorPanel } from '../../components/error-panel';
import { desktop } from '../../lib/desktop-bridge';
import { orpc } from '../../lib/engine-client';
import { notify, notifyError } from '../../lib/notices-store';
import classes from './watch-dialog.module.css';

const COVERAGE: { value: WatchSettings['coverage']; label: string }[] = [
  { value: 'unknown', label: 'As their profile says, else a part of the stock' },
  { value: 'full', label: 'The whole stock' },
  { value: 'partial', label: 'A part of it' },
];

type Props = { isOpen: boolean; settings: WatchSettings; onClose(): void };

/** Which folder, and how its files are to be read where they do not say it themselves. */
export function WatchDialog({ isOpen, settings, onClose }: Props) {
  const [folder, setFolder] = useState(settings.folder ?? '');
  const [storeCode, setStoreCode] = useState(settings.storeCode ?? '');
  const [coverage, setCoverage] = useState(settings.coverage);
  const [isPresentWanted, setPresentWanted] = useState(false);
  const save = useMutation(
    orpc.watch.update.mutationOptions({
      onSuccess: () => {
        notify({
          tone: 'good',
          title: 'The folder is watched',
          detail: 'A file is imported once it has stayed unchanged for half a minute.',
        });
        onClose();
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({
      isOn: true,
      folder: folder.trim() || null,
      storeCode: storeCode.trim() || null,
      coverage,
      isPresentWanted,
    });
  };
  const browse = () =>
    desktop
      .chooseFolder('Choose the folder that your DMS saves to')
      .then((chosen) => chosen && setFolder(chosen), notifyError);

  return (
    <Modal opened={isOpen} onClose={onClose} size={520} title="Watch a folder">
      <form className={classes.form} onSubmit={submit} data-testid="watch-form">
        <div className={classes.folder}>
          <TextInput
            data-autofocus
            label="Folder"
            description="On this computer or on a share. Its files are only read, never moved or changed."
            className={classes.path}
            value={folder}
            onChange={(event) => setFolder(event.currentTarget.value)}
            data-testid="watch-folder"
          />
          <Button variant="default" onClick={() => void browse()} data-testid="watch-browse">
            Choose…
          </Button>
        </div>
        <Select
          label="Inventory files there list"
          data={COVERAGE}
          value={coverage}
          allowDeselect={false}
          onChange={(value) =>
            setCoverage(COVERAGE.find((choice) => choice.value === value)?.value ?? coverage)
          }
          data-testid="watch-coverage"
        />
        <TextInput
          label="Store code"
          placeholder="from the file"
          maxLength={40}
          value={storeCode}
          onChange={(event) => setStoreCode(event.currentTarget.value)}
        />
        <Checkbox
          size="xs"
          label="Also import the files that are there now, oldest first"
          checked={isPresentWanted}
          onChange={(event) => setPresentWanted(event.currentTarget.checked)}
          data-testid="watch-present"
        />
        {save.isError && <ErrorPanel error={save.error} />}
        <div className={classes.actions}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" disabled={!folder.trim()} loading={save.isPending} data-testid="watch-save">
            Watch it
          </Button>
        </div>
      </form>
    </Modal>
  );
}
