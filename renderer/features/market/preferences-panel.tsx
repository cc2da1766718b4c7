import { SegmentedControl, Skeleton } from '@mantine/core';
import type { Area, AreaPreferences } from '@shared/contract/market-demand';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Column, DataTable } from '../../components/data-table';
import { Panel } from '../../components/panel';
import { QueryView } from '../../components/query-view';
import { StatusPill } from '../../components/status-pill';
import { orpc } from '../../lib/engine-client';
import { formatCount, formatDecimal, formatPercent, formatQuantity } from '../../lib/format';
import { texts } from '../../texts/texts';
import { areaName } from './area-words';
import { useMarketScope } from './use-market-scope';

const words = texts.market.preferences;

type Preference = AreaPreferences['preferences'][number];
type Attribute = Preference['attribute'];

const ATTRIBUTES: { value: Attribute; label: string }[] = [
  { value: 'model', label: words.attributes.model },
  { value: 'trim', label: words.attributes.trim },
  { value: 'drivetrain', label: words.attributes.drivetrain },
  { value: 'exteriorColor', label: words.attributes.exteriorColor },
];

const COLUMNS: Column<Preference>[] = [
  { id: 'value', header: words.columns.value, render: ({ value }) => value, sortBy: ({ value }) => value },
  {
    id: 'units',
    header: words.columns.units,
    isNumber: true,
    render: ({ units }) => formatCount(units),
    sortBy: ({ units }) => units,
  },
  {
    id: 'share',
    header: words.columns.share,
    isNumber: true,
    render: ({ share }) => formatPercent(share),
    sortBy: ({ share }) => share,
  },
  {
    id: 'everywhere',
    header: words.columns.everywhere,
    isNumber: true,
    render: ({ shareEverywhere }) => formatPercent(shareEverywhere),
    sortBy: ({ shareEverywhere }) => shareEverywhere,
  },
  {
    id: 'index',
    header: words.columns.index,
    meaning: words.columns.indexMeans,
    isNumber: true,
    render: ({ index, isClear }) =>
      isClear ? (
        <StatusPill tone={index > 1 ? 'good' : 'caution'}>{words.clear(formatDecimal(index))}</StatusPill>
      ) : (
        formatDecimal(index)
      ),
    sortBy: ({ index }) => index,
  },
];

/** What the buyers of an area choose more or less often than all buyers do. */
export function PreferencesPanel({ area }: { area: Area }) {
  const [attribute, setAttribute] = useState<Attribute>('model');
  const scope = useMarketScope();
  const preferences = useQuery(
    orpc.market.getPreferences.queryOptions({
      input: { ...scope, area },
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <Panel
      title={words.title(areaName(area.code))}
      note={preferences.data && words.note(formatQuantity(preferences.data.units, 'buyer'))}
      isFlush
      actions={
        <SegmentedControl
          aria-label={words.attribute}
          data={ATTRIBUTES}
          value={attribute}
          onChange={(value) =>
            setAttribute(ATTRIBUTES.find((known) => known.value === value)?.value ?? 'model')
          }
          data-testid="preference-attribute"
        />
      }
    >
      <QueryView query={preferences} loading={<Skeleton height={200} data-testid="loading" />}>
        {(found) => (
          <DataTable
            caption={words.caption(areaName(area.code))}
            columns={COLUMNS}
            rows={found.preferences.filter((row) => row.attribute === attribute)}
            rowKey={({ value }) => value}
            initialSort={{ id: 'units', direction: 'desc' }}
            maxHeight={260}
            empty={words.empty}
            testId="area-preferences"
          />
        )}
      </QueryView>
    </Panel>
  );
}
