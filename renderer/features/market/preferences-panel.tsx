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
import { areaName } from './area-words';
import { useMarketScope } from './use-market-scope';

type Preference = AreaPreferences['preferences'][number];
type Attribute = Preference['attribute'];

const ATTRIBUTES: { value: Attribute; label: string }[] = [
  { value: 'model', label: 'Model' },
  { value: 'trim', label: 'Trim' },
  { value: 'drivetrain', label: 'Drive' },
  { value: 'exteriorColor', label: 'Colour' },
];

const COLUMNS: Column<Preference>[] = [
  { id: 'value', header: 'Choice', render: ({ value }) => value, sortBy: ({ value }) => value },
  {
    id: 'units',
    header: 'Units',
    isNumber: true,
    render: ({ units }) => formatCount(units),
    sortBy: ({ units }) => units,
  },
  {
    id: 'share',
    header: 'Here',
    isNumber: true,
    render: ({ share }) => formatPercent(share),
    sortBy: ({ share }) => share,
  },
  {
    id: 'everywhere',
    header: 'All buyers',
    isNumber: true,
    render: ({ shareEverywhere }) => formatPercent(shareEverywhere),
    sortBy: ({ shareEverywhere }) => shareEverywhere,
  },
  {
    id: 'index',
    header: 'Times usual',
    meaning: 'Share here over share among all buyers. Marked where chance alone would hardly do it',
    isNumber: true,
    render: ({ index, isClear }) =>
      isClear ? (
        <StatusPill tone={index > 1 ? 'good' : 'caution'}>{`${formatDecimal(index)} clear`}</StatusPill>
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
      title={`Chosen in ${areaName(area.code)}`}
      note={preferences.data && `of ${formatQuantity(preferences.data.units, 'buyer')}`}
      isFlush
      actions={
        <SegmentedControl
          aria-label="Of the build"
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
            caption={`What buyers in ${areaName(area.code)} choose`}
            columns={COLUMNS}
            rows={found.preferences.filter((row) => row.attribute === attribute)}
            rowKey={({ value }) => value}
            initialSort={{ id: 'units', direction: 'desc' }}
            maxHeight={260}
            empty="No deal here states it."
            testId="area-preferences"
          />
        )}
      </QueryView>
    </Panel>
  );
}
