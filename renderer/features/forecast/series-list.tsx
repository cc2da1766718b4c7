import { Button, SegmentedControl, TextInput } from '@mantine/core';
import type { ListedForecast } from '@shared/contract/forecast';
import type { Condition, ForecastLevel } from '@shared/contract/primitives';
import { IconSearch, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { Panel } from '../../components/panel';
import { Sparkline } from '../../components/sparkline';
import { StatusPill } from '../../components/status-pill';
import { formatExpected, formatQuantity } from '../../lib/format';
import { texts } from '../../texts/texts';
import classes from './series-list.module.css';
import { describeAccuracy, seriesName } from './series-words';

const words = texts.forecast.screen.list;

type Props = {
  /** Of the level and condition shown. */
  series: readonly ListedForecast[];
  level: ForecastLevel;
  condition: Condition;
  levels: readonly ForecastLevel[];
  /** Words for what the list is narrowed to; null when it is not. */
  narrowedTo: string | null;
  selectedId: string | null;
  onLevel(level: ForecastLevel): void;
  onCondition(condition: Condition): void;
  onWiden(): void;
  onSelect(id: string): void;
};

const LEVEL_WORDS: Record<ForecastLevel, string> = words.levels;

/** The series of a level, the largest first; arrows move through them. */
export function SeriesList(props: Props) {
  const {
    series,
    level,
    condition,
    levels,
    narrowedTo,
    selectedId,
    onLevel,
    onCondition,
    onWiden,
    onSelect,
  } = props;
  const [text, setText] = useState('');
  const shown = series
    .filter((entry) => seriesName(entry).toLowerCase().includes(text.trim().toLowerCase()))
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
          aria-label={words.level}
          data={levels.map((value) => ({ value, label: LEVEL_WORDS[value] }))}
          value={level}
          onChange={(value) => onLevel(levels.find((entry) => entry === value) ?? 'store')}
          data-testid="forecast-level"
        />
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={words.condition}
          data={[
            { value: 'new', label: words.new },
            { value: 'used', label: words.used },
          ]}
          value={condition}
          onChange={(value) => onCondition(value === 'used' ? 'used' : 'new')}
          data-testid="forecast-condition"
        />
        {narrowedTo !== null && (
          <Button
            size="compact-xs"
            variant="light"
            rightSection={<IconX size={12} />}
            onClick={onWiden}
            aria-label={words.widen(narrowedTo)}
            data-testid="forecast-widen"
          >
            {words.narrowed(narrowedTo)}
          </Button>
        )}
        {level !== 'store' && (
          <TextInput
            aria-label={words.find}
            placeholder={words.find}
            leftSection={<IconSearch size={14} />}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        )}
        <span className={classes.count}>{formatQuantity(shown.length, 'series')}</span>
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
  series: ListedForecast;
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
          <span className={classes.name} title={seriesName(series)}>
            {seriesName(series)}
          </span>
          <StatusPill tone={tone} title={detail}>
            {word}
          </StatusPill>
        </span>
        <Sparkline values={series.points.map(({ mean }) => mean)} width={64} />
        <span className={classes.total}>
          {formatExpected(series.total.mean)}
          {series.unadjustedMean !== null && <span className={classes.over}>{words.byHand}</span>}
          <span className={classes.over}>
            {words.next(formatQuantity(series.points.length, series.grain))}
          </span>
        </span>
      </button>
    </li>
  );
}
