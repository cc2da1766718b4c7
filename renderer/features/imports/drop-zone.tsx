import { Button } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import { desktop } from '../../lib/desktop-bridge';
import { notifyError } from '../../lib/notices-store';
import { addFiles } from './add-files';
import classes from './drop-zone.module.css';

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
      aria-label="Files to import"
      onDragEnter={() => setOver(true)}
      onDragLeave={leave}
      onDrop={() => setOver(false)}
    >
      <IconFileUpload size={24} stroke={1.5} aria-hidden />
      <div className={classes.words}>
        <strong>
          {isOver ? 'Let go to look at them' : 'Drop the exports of your DMS here, or a folder of them'}
        </strong>
        <span className={classes.hint}>
          Inventory, sales, factory orders, allocation, market, feedback: CSV, text, Excel, XML, JSON,
          Parquet, ZIP. Nothing is stored until you say so.
        </span>
      </div>
      <Button
        variant="default"
        onClick={() =>
          void desktop
            .chooseFolder('Choose a folder of exports')
            .then((folder) => addFiles(folder ? [folder] : []), notifyError)
        }
        data-testid="choose-folder"
      >
        Choose a folder
      </Button>
      <Button
        onClick={() => void desktop.chooseFiles().then(addFiles, notifyError)}
        data-testid="choose-files"
      >
        Choose files
      </Button>
    </section>
  );
}
