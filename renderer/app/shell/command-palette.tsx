import { Modal, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { buildTitle } from '@shared/domain/build';
import { IconCar, IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { orpc } from '../../lib/engine-client';
import { useScope } from '../../lib/session-store';
import { texts } from '../../texts/texts';
import { type Command, useCommands } from '../use-commands';
import classes from './command-palette.module.css';
import { matchCommands } from './match-commands';
import { usePaletteStore } from './palette-store';

const words = texts.shell.palette;

type Entry = Omit<Command, 'group'> & { group: string };

export function CommandPalette() {
  const { isOpen, close } = usePaletteStore();
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      withCloseButton={false}
      padding={0}
      size={560}
      yOffset="12vh"
      centered={false}
      attributes={{ content: { 'aria-label': words.label } }}
    >
      <Palette onDone={close} />
    </Modal>
  );
}

function Palette({ onDone }: { onDone(): void }) {
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const entries: Entry[] = [...matchCommands(useCommands(), text), ...useVehicles(text)];
  const chosen = Math.min(active, entries.length - 1);

  const run = (entry: Entry | undefined) => {
    if (!entry) return;
    onDone();
    entry.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) setActive((chosen + step + entries.length) % Math.max(1, entries.length));
    else if (event.key === 'Enter') run(entries[chosen]);
    else return;
    event.preventDefault();
  };

  return (
    <div data-testid="command-palette">
      <TextInput
        data-autofocus
        size="md"
        variant="unstyled"
        className={classes.input}
        leftSection={<IconSearch size={16} />}
        placeholder={words.field}
        aria-label={words.field}
        role="combobox"
        aria-expanded
        aria-controls="palette-list"
        aria-activedescendant={entries[chosen] ? `palette-${entries[chosen].id}` : undefined}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id="palette-list" role="listbox" aria-label={words.results} className={classes.list}>
        {entries.map((entry, index) => (
          <PaletteEntry
            key={entry.id}
            entry={entry}
            isFirstOfGroup={entries[index - 1]?.group !== entry.group}
            isActive={index === chosen}
            onHover={() => setActive(index)}
            onRun={() => run(entry)}
          />
        ))}
        {entries.length === 0 && <p className={classes.nothing}>{words.nothing(text)}</p>}
      </div>
    </div>
  );
}

type EntryProps = {
  entry: Entry;
  isFirstOfGroup: boolean;
  isActive: boolean;
  onHover(): void;
  onRun(): void;
};

function PaletteEntry({ entry, isFirstOfGroup, isActive, onHover, onRun }: EntryProps) {
  const { icon: Icon, id, label, hint, group } = entry;
  useEffect(() => {
    if (isActive) document.getElementById(`palette-${id}`)?.scrollIntoView({ block: 'nearest' });
  }, [isActive, id]);
  return (
    <>
      {isFirstOfGroup && (
        <div className={classes.group} aria-hidden>
          {group}
        </div>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the field above takes the keys of the whole list */}
      <div
        id={`palette-${id}`}
        role="option"
        tabIndex={-1}
        aria-selected={isActive}
        className={classes.entry}
        onMouseMove={onHover}
        onClick={onRun}
      >
        <Icon size={16} stroke={1.7} />
        <span className={classes.label}>{label}</span>
        <span className={classes.hint}>{hint}</span>
      </div>
    </>
  );
}

/** Units whose stock number, VIN or model holds the text, from three characters on. */
function useVehicles(text: string): Entry[] {
  const navigate = useNavigate();
  const scope = useScope();
  const [wanted] = useDebouncedValue(text.trim(), 120);
  const { data } = useQuery(
    orpc.inventory.listUnits.queryOptions({
      input: { ...scope, filter: { text: wanted }, limit: 6 },
      enabled: wanted.length >= 3,
      placeholderData: keepPreviousData,
      retry: false,
    }),
  );
  if (text.trim().length < 3 || !data) return [];
  return data.units.map((unit) => ({
    id: `unit-${unit.id}`,
    label: `${unit.stockNumber ?? words.noStockNumber} · ${buildTitle(unit.build)}`,
    hint: unit.vin ?? '',
    group: words.inStock,
    icon: IconCar,
    run: () =>
      void navigate({
        to: '/inventory',
        search: { text: unit.stockNumber ?? unit.vin ?? wanted, unit: unit.id },
      }),
  }));
}
