import { ActionIcon, Button, Popover, TextInput } from '@mantine/core';
import type { SavedView } from '@shared/contract/workspace';
import { IconBookmark, IconPin, IconPinFilled, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { NO_FILTER } from '../../lib/data-filter';
import { orpc } from '../../lib/engine-client';
import { notify, notifyError } from '../../lib/notices-store';
import { texts } from '../../texts/texts';
import classes from './views-menu.module.css';

const words = texts.shell.views;

/** Saved views: a screen with its filters under a name of the user's own; one of them may be where DOSO opens. */
export function ViewsMenu() {
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={340} shadow="md" trapFocus>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconBookmark size={14} aria-hidden />}
          onClick={() => setOpen(!isOpen)}
          data-testid="views"
        >
          {words.button}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={0} data-testid="views-menu">
        <Views onDone={() => setOpen(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Views({ onDone }: { onDone(): void }) {
  const { views, save, remove, setDefault } = useViews();
  const open = useOpenView();
  return (
    <>
      {views.length === 0 && <p className={classes.empty}>{words.none}</p>}
      <ul className={classes.list}>
        {views.map((view) => (
          <ViewRow
            key={view.id}
            view={view}
            onOpen={() => {
              open(view);
              onDone();
            }}
            onDefault={() => setDefault(view)}
            onRemove={() => remove(view)}
          />
        ))}
      </ul>
      <SaveForm onSave={save} />
    </>
  );
}

type RowProps = { view: SavedView; onOpen(): void; onDefault(): void; onRemove(): void };

function ViewRow({ view, onOpen, onDefault, onRemove }: RowProps) {
  const pin = view.isDefault ? words.isDefault(view.name) : words.makeDefault(view.name);
  return (
    <li className={classes.row}>
      <Button
        variant="subtle"
        color="gray"
        className={classes.name}
        justify="flex-start"
        onClick={onOpen}
        data-testid="open-view"
      >
        {view.name}
      </Button>
      <ActionIcon aria-label={pin} aria-pressed={view.isDefault} title={pin} onClick={onDefault}>
        {view.isDefault ? <IconPinFilled size={15} /> : <IconPin size={15} />}
      </ActionIcon>
      <ActionIcon aria-label={words.remove(view.name)} title={words.remove(view.name)} onClick={onRemove}>
        <IconTrash size={15} />
      </ActionIcon>
    </li>
  );
}

function SaveForm({ onSave }: { onSave(name: string, onKept: () => void): void }) {
  const [name, setName] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    onSave(name.trim(), () => setName(''));
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <TextInput
        aria-label={words.name}
        placeholder={words.namePlaceholder}
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        data-autofocus
        data-testid="view-name"
      />
      <Button type="submit" disabled={name.trim() === ''} data-testid="save-view">
        {words.save}
      </Button>
    </form>
  );
}

/** Opens a view as it was saved: what it did not filter by is not filtered. */
export function useOpenView(): (view: Pick<SavedView, 'screen' | 'search'>) => void {
  const navigate = useNavigate();
  return ({ screen, search }) => void navigate({ to: screen, search: { ...NO_FILTER, ...search } as never });
}

export function useSavedViews(): readonly SavedView[] {
  return useQuery(orpc.workspace.listViews.queryOptions({ input: {} })).data ?? [];
}

function useViews() {
  const queryClient = useQueryClient();
  const { pathname, search } = useLocation();
  const views = useSavedViews();
  const keep = (next: SavedView[]) =>
    queryClient.setQueryData(orpc.workspace.listViews.queryKey({ input: {} }), next);
  const options = { onSuccess: keep, onError: notifyError };
  const save = useMutation(orpc.workspace.saveView.mutationOptions(options));
  const remove = useMutation(orpc.workspace.removeView.mutationOptions(options));
  const setDefault = useMutation(orpc.workspace.setDefaultView.mutationOptions(options));
  return {
    views,
    save: (name: string, onKept: () => void) =>
      save.mutate(
        { name, screen: pathname, search: plainPart(search) },
        {
          onSuccess: () => {
            notify({ tone: 'good', title: words.saved(name) });
            onKept();
          },
        },
      ),
    remove: (view: SavedView) =>
      remove.mutate(
        { id: view.id },
        {
          onSuccess: () =>
            notify({ tone: 'good', title: words.removed(view.name), undo: () => save.mutate(view) }),
        },
      ),
    setDefault: (view: SavedView) => setDefault.mutate({ id: view.isDefault ? null : view.id }),
  };
}

/** What of an address a view keeps: single values, not the way back from a drill-down. */
export function plainPart(search: object): SavedView['search'] {
  const plain = Object.entries(search).filter(([, value]) =>
    ['string', 'number', 'boolean'].includes(typeof value),
  );
  return Object.fromEntries(plain) as SavedView['search'];
}
