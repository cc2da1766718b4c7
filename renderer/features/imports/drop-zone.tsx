import { Button } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import { desktop } from '../../lib/desktop-bridge';
import { notifyError } from '../../lib/notices-store';
import { texts } from '../../texts/texts';
import { addFiles } from './add-files';
import classes from './drop-zone.module.css';

const words = texts.imports.screen.drop;

/** Where files and folders are dropped or chosen. The drop itself is taken by the shell, which takes it anywhere. */
export function DropZone() {
  const [isOver, setOver] = useState(false);
  const leave = (event: DragEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
  };
  return (
    <section
      className={classes.zone}
      data-over={isOver || undefined}
      data-testid="import-drop"
      aria-label={words.label}
      onDragEnter={() => setOver(true)}
      onDragLeave={leave}
      onDrop={() => setOver(false)}
    >
      <IconFileUpload size={24} stroke={1.5} aria-hidden />
      <div className={classes.words}>
        <strong>{isOver ? words.letGo : words.invite}</strong>
        <span className={classes.hint}>{words.about}</span>
      </div>
      <Button
        variant="default"
        onClick={() =>
          void desktop
            .chooseFolder(words.folderTitle)
            .then((folder) => addFiles(folder ? [folder] : []), notifyError)
        }
        data-testid="choose-folder"
      >
        {words.folder}
      </Button>
      <Button
        onClick={() => void desktop.chooseFiles().then(addFiles, notifyError)}
        data-testid="choose-files"
      >
        {words.files}
      </Button>
    </section>
  );
}
