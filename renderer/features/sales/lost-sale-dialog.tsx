import {
  Autocomplete,
  Button,
  Group,
  Modal,
  SegmentedControl,
  Select,
  Stack,
  TextInput,
} from '@mantine/core';
import { type Condition, conditionSchema } from '@shared/contract/primitives';
import { type LostReason, lostReasonSchema, newLostSaleSchema } from '@shared/contract/sales-analysis';
import { dayInZone } from '@shared/domain/day-in-zone';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { orpc } from '../../lib/engine-client';
import { notify, notifyError } from '../../lib/notices-store';
import { useScope } from '../../lib/session-store';
import { useCurrentStore } from '../../lib/use-stores';
import { texts } from '../../texts/texts';
import { LOST_WORDS } from './lost-words';

const words = texts.sales.lost.form;

type Props = { isOpen: boolean; onClose(): void };
type Draft = {
  /** Null until another day than the store's today is chosen. */
  lostOn: string | null;
  condition: Condition;
  make: string;
  model: string;
  trim: string;
  exteriorColor: string;
  reason: LostReason;
};

function emptyDraft(): Draft {
  return {
    ...{ lostOn: null, condition: 'new', reason: 'not_in_stock' },
    ...{ make: '', model: '', trim: '', exteriorColor: '' },
  };
}

/** What a buyer wanted and why it came to nothing. What is typed stays until it is kept. */
export function LostSaleDialog({ isOpen, onClose }: Props) {
  const [draft, setDraft] = useState(emptyDraft);
  const [isChecked, setChecked] = useState(false);
  const scope = useScope();
  // The store's day: where this computer's clock is ahead, its own would be a day to come.
  const zone = useCurrentStore()?.timeZone ?? 'UTC';
  const lostOn = draft.lostOn ?? dayInZone(new Date(), zone);
  const choices = useQuery(orpc.inventory.listFilterChoices.queryOptions({ input: scope, enabled: isOpen }));
  const add = useMutation(orpc.sales.addLost.mutationOptions({ onError: notifyError }));
  const withdraw = useMutation(orpc.sales.withdrawLost.mutationOptions({ onError: notifyError }));
  const parsed = newLostSaleSchema.safeParse({
    ...draft,
    lostOn,
    trim: draft.trim.trim() || null,
    exteriorColor: draft.exteriorColor.trim() || null,
  });
  const errorOf = (name: keyof Draft, problem: string) =>
    isChecked && parsed.error?.issues.some(({ path }) => path[0] === name) ? problem : null;
  const set = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }));
  const known = (choices.data ?? []).filter(({ condition }) => condition === draft.condition);
  const ofMake = known.filter(({ make }) => !draft.make || make === draft.make);
  const ofModel = ofMake.filter(({ model }) => model === draft.model);

  const save = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!parsed.success) return;
    add.mutate(
      { ...scope, lost: parsed.data },
      {
        onSuccess: ({ id, make, model }) => {
          notify({
            tone: 'good',
            title: texts.sales.lost.logged,
            detail: `${make} ${model}`,
            action: {
              label: texts.components.undo,
              run: () => withdraw.mutate({ ...scope, id, isWithdrawn: true }),
            },
          });
          setDraft(emptyDraft());
          setChecked(false);
          onClose();
        },
      },
    );
  };
  return (
    <Modal opened={isOpen} onClose={onClose} title={texts.sales.lost.add} size={460}>
      <form onSubmit={save} noValidate data-testid="lost-sale-form">
        <Stack gap="sm">
          <Group grow align="flex-start">
            <TextInput
              label={words.day}
              type="date"
              value={lostOn}
              onChange={(event) => set({ lostOn: event.currentTarget.value })}
              error={errorOf('lostOn', words.chooseDay)}
              data-testid="lost-day"
            />
            <SegmentedControl
              aria-label={words.condition}
              mt={24}
              data={[
                { value: 'new', label: texts.terms.conditions.new },
                { value: 'used', label: texts.terms.conditions.used },
              ]}
              value={draft.condition}
              onChange={(value) => set({ condition: conditionSchema.catch('new').parse(value) })}
            />
          </Group>
          <Group grow align="flex-start">
            <Autocomplete
              size="xs"
              label={words.make}
              data={unique(known.map(({ make }) => make))}
              value={draft.make}
              onChange={(make) => set({ make })}
              error={errorOf('make', words.whichMake)}
              maxLength={60}
              data-testid="lost-make"
            />
            <Autocomplete
              size="xs"
              label={words.model}
              data={unique(ofMake.map(({ model }) => model))}
              value={draft.model}
              onChange={(model) => set({ model })}
              error={errorOf('model', words.whichModel)}
              maxLength={60}
              data-testid="lost-model"
            />
          </Group>
          <Group grow align="flex-start">
            <Autocomplete
              size="xs"
              label={words.trim}
              placeholder={words.any}
              data={unique(ofModel.flatMap(({ trim }) => (trim === null ? [] : [trim])))}
              value={draft.trim}
              onChange={(trim) => set({ trim })}
              maxLength={60}
            />
            <TextInput
              label={words.exterior}
              placeholder={words.any}
              value={draft.exteriorColor}
              onChange={(event) => set({ exteriorColor: event.currentTarget.value })}
              maxLength={60}
            />
          </Group>
          <Select
            label={words.reason}
            data={lostReasonSchema.options.map((value) => ({ value, label: LOST_WORDS[value] }))}
            value={draft.reason}
            onChange={(value) => set({ reason: lostReasonSchema.catch('other').parse(value) })}
            allowDeselect={false}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {texts.components.cancel}
            </Button>
            <Button type="submit" loading={add.isPending} data-testid="lost-save">
              {words.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}
