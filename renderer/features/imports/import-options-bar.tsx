import { SegmentedControl, Select, TextInput } from '@mantine/core';
import { type ImportPreview, importKindSchema } from '@shared/contract/imports';
import classes from './import-options-bar.module.css';
import { useImportQueue } from './import-queue-store';
import { KIND_WORDS, KINDS } from './import-words';

const COVERAGE = [
  { value: 'unknown', label: 'Not sure' },
  { value: 'full', label: 'The whole stock' },
  { value: 'partial', label: 'A part of it' },
] as const;

/** How the files are to be read, where they do not say it themselves. */
export function ImportOptionsBar({ previews }: { previews: ImportPreview[] }) {
  const { options, setOptions } = useImportQueue();
  const hasInventory = previews.some(({ kind }) => kind === 'inventory');
  return (
    <div className={classes.bar}>
      {hasInventory && (
        <div className={classes.field}>
          <span className={classes.label} id="coverage-label">
            The inventory file lists
          </span>
          <SegmentedControl
            aria-labelledby="coverage-label"
            data={COVERAGE.map(({ value, label }) => ({ value, label }))}
            value={options.coverage}
            onChange={(value) => {
              const chosen = COVERAGE.find((option) => option.value === value);
              if (chosen) setOptions({ coverage: chosen.value });
            }}
            data-testid="import-coverage"
          />
          <span className={classes.hint}>
            {options.coverage === 'full'
              ? 'Vehicles that are not in it are closed.'
              : 'No vehicle is closed for not being in it.'}
          </span>
        </div>
      )}
      <Select
        label="Kind"
        className={classes.short}
        data={[
          { value: 'auto', label: 'Recognise' },
          ...KINDS.map((kind) => ({ value: kind, label: KIND_WORDS[kind] })),
        ]}
        value={options.kind}
        allowDeselect={false}
        onChange={(value) => setOptions({ kind: importKindSchema.safeParse(value).data ?? 'auto' })}
        data-testid="import-kind"
      />
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
    </div>
  );
}
