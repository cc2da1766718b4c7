import { Button } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { texts } from '../../texts/texts';
import classes from './first-run.module.css';

const words = texts.firstRun;

/** The second step: files are chosen here, or dropped anywhere in the window. */
export function BringFiles({ onBack, onChoose }: { onBack(): void; onChoose(): void }) {
  return (
    <section className={classes.drop}>
      <IconFileUpload size={30} stroke={1.5} aria-hidden />
      <h2 className={classes.name}>{words.data.ownTitle}</h2>
      <p className={classes.text}>{words.data.ownAbout}</p>
      <div className={classes.buttons}>
        <Button size="sm" variant="default" onClick={onBack}>
          {words.back}
        </Button>
        <Button size="sm" data-autofocus onClick={onChoose} data-testid="first-run-import">
          {words.data.choose}
        </Button>
      </div>
    </section>
  );
}
