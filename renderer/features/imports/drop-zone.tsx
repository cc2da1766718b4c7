import { Button } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import { desktop } from '../../lib/desktop-bridge';
import { notifyError } from '../../lib/notices-store';
import classes from './drop-zone.module.css';
import { useImportQueue } from './import-queue-store';

/** Where files are dropped or chosen. The drop itself is taken by the shell, which takes it anywhere. */
export function DropZone() {
  const add = useImportQueue((state) => state.add);
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
        <strong>{isOver ? 'Let go to look at the files' : 'Drop the exports of your DMS here'}</strong>
        <span className={classes.hint}>
          Inventory, sales, factory orders, allocation, market, feedback: CSV, text, Excel, JSON, Parquet.
          Nothing is stored until you say so.
        </span>
      </div>
      <Button onClick={() => void desktop.chooseFiles().then(add, notifyError)} data-testid="choose-files">
        Choose files
      </Button>
    </section>
  );
}
