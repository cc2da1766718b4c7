import { TextInput } from '@mantine/core';
import { texts } from '../../texts/texts';
import classes from './import-options-bar.module.css';
import { useImportQueue } from './import-queue-store';

const words = texts.imports.screen.options;

/** What holds for all files, where they do not say it themselves. */
export function ImportOptionsBar() {
  const { options, setOptions } = useImportQueue();
  return (
    <div className={classes.bar}>
      <TextInput
        label={words.storeCode}
        className={classes.short}
        placeholder={words.fromFile}
        maxLength={40}
        value={options.storeCode}
        onChange={(event) => setOptions({ storeCode: event.currentTarget.value })}
        data-testid="import-store"
      />
      <TextInput
        label={words.asOf}
        type="date"
        className={classes.short}
        value={options.asOf}
        onChange={(event) => setOptions({ asOf: event.currentTarget.value })}
        data-testid="import-as-of"
      />
      <p className={classes.hint}>{words.about}</p>
    </div>
  );
}
