import { Button, CloseButton, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import type { InventorySummary } from '@shared/contract/inventory';
import { conditionSchema } from '@shared/contract/primitives';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { ageChoices, ageKey, parseAgeKey } from './age-choices';
import classes from './filter-bar.module.css';
import { countFilters, type InventorySearch } from './inventory-search';
import { STATUS_WORDS, STATUSES } from './stock-words';

type Props = {
  search: InventorySearch;
  summaries: InventorySummary[];
  onChange(search: InventorySearch): void;
};

/** The filters of the list; they live in the address, so each change can be gone back from. */
export function FilterBar({ search, summaries, onChange }: Props) {
  const shown = summaries.filter(({ condition }) => !search.condition || condition === search.condition);
  const models = [...new Set(shown.flatMap((summary) => summary.models.map(({ model }) => model)))].sort();
  const set = (change: Partial<InventorySearch>) => onChange({ ...search, ...change });
  return (
    <search className={classes.bar} aria-label="Filters">
      <TextFilter text={search.text} onChange={(text) => set({ text })} />
      <SegmentedControl
        aria-label="New or used"
        data={[
          { value: 'all', label: 'All' },
          { value: 'new', label: 'New' },
          { value: 'used', label: 'Used' },
        ]}
        value={search.condition ?? 'all'}
        onChange={(value) => set({ condition: conditionSchema.safeParse(value).data })}
        data-testid="filter-condition"
      />
      <Select
        aria-label="Model"
        placeholder="Any model"
        className={classes.select}
        data={withPresent(models, search.model)}
        value={search.model ?? null}
        onChange={(model) => set({ model: model ?? undefined, make: undefined })}
        searchable
        clearable
        data-testid="filter-model"
      />
      <Select
        aria-label="Status"
        placeholder="Any status"
        className={classes.select}
        data={STATUSES.map((status) => ({ value: status, label: STATUS_WORDS[status] }))}
        value={search.status ?? null}
        onChange={(value) => set({ status: STATUSES.find((status) => status === value) })}
        clearable
        data-testid="filter-status"
      />
      <Select
        aria-label="Age"
        placeholder="Any age"
        className={classes.select}
        data={ageChoices(shown, search)}
        value={ageKey(search)}
        onChange={(value) => set(parseAgeKey(value))}
        clearable
        data-testid="filter-age"
      />
      {countFilters(search) > 0 && (
        <Button
          variant="subtle"
          onClick={() => onChange({ sort: search.sort, direction: search.direction })}
          data-testid="clear-filters"
        >
          Clear filters
        </Button>
      )}
    </search>
  );
}

function withPresent(options: string[], present: string | undefined): string[] {
  return present && !options.includes(present) ? [present, ...options] : options;
}

const TYPING_PAUSE_MS = 180;

function TextFilter({
  text,
  onChange,
}: {
  text: string | undefined;
  onChange(text: string | undefined): void;
}) {
  const [typed, setTyped] = useState(text ?? '');
  const send = useDebouncedCallback((value: string) => onChange(value.trim() || undefined), TYPING_PAUSE_MS);
  useEffect(() => setTyped((before) => (before.trim() === (text ?? '') ? before : (text ?? ''))), [text]);
  const change = (value: string) => {
    setTyped(value);
    send(value);
  };
  return (
    <TextInput
      className={classes.text}
      aria-label="Stock number, VIN, model, trim or colour"
      placeholder="Stock number, VIN, model, trim, colour"
      leftSection={<IconSearch size={14} />}
      rightSection={typed && <CloseButton size="xs" aria-label="Clear the text" onClick={() => change('')} />}
      value={typed}
      onChange={(event) => change(event.currentTarget.value)}
      data-testid="filter-text"
    />
  );
}
