import { TextInput } from '@mantine/core';
import classes from './import-options-bar.module.css';
import { useImportQueue } from './import-queue-store';

/** What holds for all files, where they do not say it themselves. */
export function ImportOptionsBar() {
  const { options, setOptions } = useImportQueue();
  return (
    <div className={classes.bar}>
      <TextInput
        label="Store code"
        className={classes.short}
        placeholder="from the file"
        maxLength={40}
        value={options.storeCode}
        onChange={(event) => setOptions({ storeCode: event.currentTarget.value })}
        data-testid="import-store"
      />
      <TextInput
        label="As of"
        type="date"
        className={classes.short}
        value={options.asOf}
        onChange={(event) => setOptions({ asOf: event.currentTarget.value })}
        data-testid="import-as-of"
      />
      <p className={classes.hint}>
        Only where the files do not say it. What you answer below is kept for the next file with the same
        columns.
      </p>
    </div>
  );
}
