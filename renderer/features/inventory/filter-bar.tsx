import { CloseButton, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { texts } from '../../texts/texts';
import classes from './filter-bar.module.css';
import type { InventorySearch } from './inventory-search';
import { STANDING_WORDS, STANDINGS } from './stock-words';

const words = texts.inventory.filters;

type Props = {
  search: InventorySearch;
  onChange(search: InventorySearch): void;
};

/** What filters this list beyond the shared filter; it lives in the address, so each change can be gone back from. */
export function FilterBar({ search, onChange }: Props) {
  const set = (change: Partial<InventorySearch>) => onChange({ ...search, ...change });
  return (
    <search className={classes.bar} aria-label={words.label}>
      <TextFilter text={search.text} onChange={(text) => set({ text })} />
      <Select
        aria-label={words.status}
        placeholder={words.anyStatus}
        className={classes.select}
        data={STANDINGS.map((standing) => ({ value: standing, label: STANDING_WORDS[standing] }))}
        value={search.status ?? null}
        onChange={(value) => set({ status: STANDINGS.find((standing) => standing === value) })}
        clearable
        data-testid="filter-status"
      />
    </search>
  );
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
      aria-label={words.text}
      placeholder={words.textPlaceholder}
      leftSection={<IconSearch size={14} />}
      rightSection={
        typed && <CloseButton size="xs" aria-label={words.clearText} onClick={() => change('')} />
      }
      value={typed}
      onChange={(event) => change(event.currentTarget.value)}
      data-testid="filter-text"
    />
  );
}
