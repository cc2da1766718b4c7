/** The filter that every screen shares. Where a screen shows the whole store, it says so instead. */
import { Button, SegmentedControl, Select } from '@mantine/core';
import { DEFAULT_SALES_WINDOW, SALES_WINDOWS } from '@shared/contract/data-filter';
import { conditionSchema } from '@shared/contract/primitives';
import { type SharedSearch, toDataFilter } from '@shared/contract/shared-search';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { countFilters, NO_FILTER, useSetSharedSearch, useSharedSearch } from '../../lib/data-filter';
import { orpc } from '../../lib/engine-client';
import { useScope } from '../../lib/session-store';
import { useFiguresFirst } from '../../lib/use-figures-first';
import { useCurrentStore } from '../../lib/use-stores';
import { texts } from '../../texts/texts';
import { screenAt } from '../screens';
import { AGE_RANGES, ageRangeOf, writeAgeRange } from './age-ranges';
import classes from './filter-bar.module.css';
import { buildChoices } from './filter-choices';
import { ViewsMenu } from './views-menu';

const words = texts.shell.filters;

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
      <span className={classes.words}>{words.unused}</span>
      <ClearButton />
    </div>
  );
}

function Filters({ search, hasPeriod }: { search: SharedSearch; hasPeriod: boolean }) {
  const scope = useScope();
  const set = useSetSharedSearch();
  const enabled = useFiguresFirst();
  const { data = [] } = useQuery(orpc.inventory.listFilterChoices.queryOptions({ input: scope, enabled }));
  const { makes, models, trims } = buildChoices(data, search);
  return (
    <search className={classes.bar} aria-label={words.label} data-testid="filter-bar">
      <SegmentedControl
        aria-label={words.condition}
        data={[
          { value: 'all', label: words.all },
          { value: 'new', label: words.new },
          { value: 'used', label: words.used },
        ]}
        value={search.condition ?? 'all'}
        onChange={(value) => set({ condition: conditionSchema.safeParse(value).data })}
        data-testid="filter-condition"
      />
      <Choice
        name="make"
        label={words.make}
        options={makes}
        value={search.make}
        onChange={(make) => set({ make, model: undefined, trim: undefined })}
      />
      <Choice
        name="model"
        label={words.model}
        options={models}
        value={search.model}
        onChange={(model) => set({ model, trim: undefined })}
      />
      <Choice
        name="trim"
        label={words.trim}
        options={trims}
        value={search.trim}
        onChange={(trim) => set({ trim })}
      />
      <Choice
        name="age"
        label={words.age}
        options={AGE_RANGES.map(writeAgeRange)}
        value={writeAgeRange(search) || undefined}
        onChange={(words) => set(ageRangeOf(words))}
      />
      {hasPeriod && (
        <Select
          aria-label={words.period}
          className={classes.choice}
          data={SALES_WINDOWS.map((days) => ({ value: String(days), label: words.lastDays(days) }))}
          value={String(search.windowDays ?? DEFAULT_SALES_WINDOW)}
          allowDeselect={false}
          onChange={(days) =>
            set({ windowDays: Number(days) === DEFAULT_SALES_WINDOW ? undefined : Number(days) })
          }
          data-testid="filter-period"
        />
      )}
      {countFilters(toDataFilter(search)) > 0 && <ClearButton />}
      <span className={classes.views}>
        <ViewsMenu />
      </span>
    </search>
  );
}

function ClearButton() {
  const set = useSetSharedSearch();
  return (
    <Button variant="subtle" onClick={() => set(NO_FILTER)} data-testid="clear-filters">
      {words.clear}
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
      placeholder={words.any(label)}
      className={classes.choice}
      data={data}
      value={value ?? null}
      onChange={(chosen) => onChange(chosen ?? undefined)}
      searchable
      clearable
      nothingFoundMessage={words.none}
      data-testid={`filter-${name}`}
    />
  );
}
