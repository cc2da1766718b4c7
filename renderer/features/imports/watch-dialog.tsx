import { Button, Checkbox, Modal, Select, TextInput } from '@mantine/core';
import type { WatchSettings } from '@shared/contract/watch';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ErrorPanel } from '../../components/error-panel';
import { desktop } from '../../lib/desktop-bridge';
import { orpc } from '../../lib/engine-client';
import { notify, notifyError } from '../../lib/notices-store';
import { texts } from '../../texts/texts';
import classes from './watch-dialog.module.css';

const words = texts.imports.watch.dialog;

const COVERAGE: { value: WatchSettings['coverage']; label: string }[] = [
  { value: 'unknown', label: words.coverage.asProfile },
  { value: 'full', label: words.coverage.full },
  { value: 'partial', label: words.coverage.partial },
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
          title: words.done,
          detail: words.doneAbout,
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
    desktop.chooseFolder(words.chooseTitle).then((chosen) => chosen && setFolder(chosen), notifyError);

  return (
    <Modal opened={isOpen} onClose={onClose} size={520} title={words.title}>
      <form className={classes.form} onSubmit={submit} data-testid="watch-form">
        <div className={classes.folder}>
          <TextInput
            data-autofocus
            label={words.folder}
            description={words.folderAbout}
            className={classes.path}
            value={folder}
            onChange={(event) => setFolder(event.currentTarget.value)}
            data-testid="watch-folder"
          />
          <Button variant="default" onClick={() => void browse()} data-testid="watch-browse">
            {words.choose}
          </Button>
        </div>
        <Select
          label={words.lists}
          data={COVERAGE}
          value={coverage}
          allowDeselect={false}
          onChange={(value) =>
            setCoverage(COVERAGE.find((choice) => choice.value === value)?.value ?? coverage)
          }
          data-testid="watch-coverage"
        />
        <TextInput
          label={words.storeCode}
          placeholder={words.fromFile}
          maxLength={40}
          value={storeCode}
          onChange={(event) => setStoreCode(event.currentTarget.value)}
        />
        <Checkbox
          size="xs"
          label={words.alsoPresent}
          checked={isPresentWanted}
          onChange={(event) => setPresentWanted(event.currentTarget.checked)}
          data-testid="watch-present"
        />
        {save.isError && <ErrorPanel error={save.error} />}
        <div className={classes.actions}>
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button type="submit" disabled={!folder.trim()} loading={save.isPending} data-testid="watch-save">
            {words.submit}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
