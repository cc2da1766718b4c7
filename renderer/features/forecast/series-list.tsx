import { SegmentedControl, TextInput } from '@mantine/core';
import type { ForecastSeries } from '@shared/contract/forecast';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { Panel } from '../../components/panel';
import { Sparkline } from '../../components/sparkline';
import { StatusPill } from '../../components/status-pill';
import { formatExpected, formatQuantity } from '../../lib/format';
import classes from './series-list.module.css';
import { describeAccuracy, seriesName } from './series-words';

export type ListedSeries = Omit<ForecastSeries, 'history' | 'candidates'>;
export type ListLevel = 'store' | 'model' | 'trim';

type Props = {
  series: ListedSeries[];
  level: ListLevel;
  selectedId: string | null;
  onLevel(level: ListLevel): void;
  onSelect(id: string): void;
};

const LEVELS: { value: ListLevel; label: string }[] = [
  { value: 'store', label: 'Store' },
  { value: 'model', label: 'Models' },
  { value: 'trim', label: 'Trims' },
];

/** The series of a level, the largest first; arrows move through them. */
export function SeriesList({ series, level, selectedId, onLevel, onSelect }: Props) {
  const [text, setText] = useState('');
  const shown = series
    .filter(
      (entry) => entry.level === level && seriesName(entry).toLowerCase().includes(text.trim().toLowerCase()),
    )
    .sort((a, b) => b.total.mean - a.total.mean);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const at = shown.findIndex(({ id }) => id === selectedId);
    const next = shown[Math.min(shown.length - 1, Math.max(0, at + step))];
    if (!next) return;
    onSelect(next.id);
    document.getElementById(`series-${next.id}`)?.focus();
  };
  return (
    <Panel isFlush isFilling testId="forecast-list">
      <div className={classes.head}>
        <SegmentedControl
          fullWidth
          aria-label="Level"
          data={LEVELS}
          value={level}
          onChange={(value) => onLevel(LEVELS.find((entry) => entry.value === value)?.value ?? 'store')}
          data-testid="forecast-level"
        />
        {level !== 'store' && (
          <TextInput
            aria-label="Find a model or trim"
            placeholder="Find a model or trim"
            leftSection={<IconSearch size={14} />}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        )}
        <span className={classes.count}>{formatQuantity(shown.length, 'series', 'series')}</span>
      </div>
      <ul className={classes.list} onKeyDown={onKeyDown}>
        {shown.map((entry) => (
          <SeriesRow
            key={entry.id}
            series={entry}
            isSelected={entry.id === selectedId}
            onSelect={() => onSelect(entry.id)}
          />
        ))}
      </ul>
    </Panel>
  );
}

function SeriesRow({
  series,
  isSelected,
  onSelect,
}: {
  series: ListedSeries;
  isSelected: boolean;
  onSelect(): void;
}) {
  const { tone, word, detail } = describeAccuracy(series);
  return (
    <li>
      <button
        type="button"
        id={`series-${series.id}`}
        className={classes.row}
        aria-current={isSelected || undefined}
        onClick={onSelect}
        data-testid="forecast-series"
      >
        <span className={classes.words}>
          <span className={classes.name}>{seriesName(series)}</span>
          <StatusPill tone={tone} title={detail}>
            {word}
          </StatusPill>
        </span>
        <Sparkline values={series.points.map(({ mean }) => mean)} width={64} />
        <span className={classes.total}>
          {formatExpected(series.total.mean)}
          <span className={classes.over}>next {formatQuantity(series.points.length, series.grain)}</span>
        </span>
      </button>
    </li>
  );
}
