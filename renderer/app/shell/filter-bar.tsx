/** The filter that every screen shares. Where a screen shows the whole store, it says so instead. */
import { Button, SegmentedControl, Select } from '@mantine/core';
import { DEFAULT_SALES_WINDOW, SALES_WINDOWS } from '@shared/contract/data-filter';
import { conditionSchema } from '@shared/contract/primitives';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import {
  countFilters,
  NO_FILTER,
  type SharedSearch,
  toDataFilter,
  useSetSharedSearch,
  useSharedSearch,
} from '../../lib/data-filter';
import { orpc } from '../../lib/engine-client';
import { useScope } from '../../lib/session-store';
import { useCurrentStore } from '../../lib/use-stores';
import { screenAt } from '../screens';
import { AGE_RANGES, ageRangeOf, writeAgeRange } from './age-ranges';
import classes from './filter-bar.module.css';
import { buildChoices } from './filter-choices';

export function FilterBar() {
  const store = useCurrentStore();
  const { pathname } = useLocation();
  const search = useSharedSearch();
  const filters = screenAt(pathname)?.filters ?? 'none';
  if (!store?.dataDate) return null;
  if (filters === 'none') return countFilters(toDataFilter(search)) > 0 ? <WholeStore /> : null;
  return <Filters search={search} hasPeriod={filters === 'all'} />;
}

function WholeStore() {
  return (
    <div className={classes.bar} data-testid="filters-unused">
      <span className={classes.words}>
        This screen shows the whole store; your filter waits for the others.
      </span>
      <ClearButton />
    </div>
  );
}

function Filters({ search, hasPeriod }: { search: SharedSearch; hasPeriod: boolean }) {
  const scope = useScope();
  const set = useSetSharedSearch();
  const { data = [] } = useQuery(orpc.inventory.listFilterChoices.queryOptions({ input: scope }));
  const { makes, models, trims } = buildChoices(data, search);
  return (
    <search className={classes.bar} aria-label="Filters" data-testid="filter-bar">
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
      <Choice
        name="make"
        label="Make"
        options={makes}
        value={search.make}
        onChange={(make) => set({ make, model: undefined, trim: undefined })}
      />
      <Choice
        name="model"
        label="Model"
        options={models}
        value={search.model}
        onChange={(model) => set({ model, trim: undefined })}
      />
      <Choice
        name="trim"
        label="Trim"
        options={trims}
        value={search.trim}
        onChange={(trim) => set({ trim })}
      />
      <Choice
        name="age"
        label="Age"
        options={AGE_RANGES.map(writeAgeRange)}
        value={writeAgeRange(search) || undefined}
        onChange={(words) => set(ageRangeOf(words))}
      />
      {hasPeriod && (
        <Select
          aria-label="Period of sales"
          className={classes.choice}
          data={SALES_WINDOWS.map((days) => ({ value: String(days), label: `Last ${days} days` }))}
          value={String(search.windowDays ?? DEFAULT_SALES_WINDOW)}
          allowDeselect={false}
          onChange={(days) =>
            set({ windowDays: Number(days) === DEFAULT_SALES_WINDOW ? undefined : Number(days) })
          }
          data-testid="filter-period"
        />
      )}
      {countFilters(toDataFilter(search)) > 0 && <ClearButton />}
    </search>
  );
}

function ClearButton() {
  const set = useSetSharedSearch();
  return (
    <Button variant="subtle" onClick={() => set(NO_FILTER)} data-testid="clear-filters">
      Clear filters
    </Button>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  options: string[];
  value: string | undefined;
  onChange(value: string | undefined): void;
};

/** A present value that is not among the options, from a link or a saved view, stays in sight. */
function Choice({ name, label, options, value, onChange }: ChoiceProps) {
  const data = value && !options.includes(value) ? [value, ...options] : options;
  return (
    <Select
      aria-label={label}
      placeholder={`Any ${label.toLowerCase()}`}
      className={classes.choice}
      data={data}
      value={value ?? null}
      onChange={(chosen) => onChange(chosen ?? undefined)}
      searchable
      clearable
      nothingFoundMessage="None"
      data-testid={`filter-${name}`}
    />
  );
}
