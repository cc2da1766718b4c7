import { Anchor, Button } from '@mantine/core';
import type { ForecastDetail } from '@shared/contract/forecast';
import type { ForecastLevel } from '@shared/contract/primitives';
import { Panel } from '../../components/panel';
import { StatusPill } from '../../components/status-pill';
import { formatExpected, formatPercent, formatQuantity } from '../../lib/format';
import { modelInShort, modelWord } from '../../lib/model-words';
import { texts } from '../../texts/texts';
import classes from './series-detail.module.css';
import { ancestorId, levelBelow, shortName } from './series-tree';
import { describeAccuracy, seriesName } from './series-words';

const words = texts.forecast.series.headline;

type Props = { series: ForecastDetail; onOpen(seriesId: string): void; onShowBelow(seriesId: string): void };

const ABOVE: Record<ForecastLevel, ForecastLevel[]> = {
  store: [],
  model: ['store'],
  trim: ['store', 'model'],
  build: ['store', 'model', 'trim'],
};
const BELOW_WORDS: Partial<Record<ForecastLevel, string>> = words.below;

/** The name of a series with the way up and down, and what is expected of it. */
export function SeriesHeadline({ series, onOpen, onShowBelow }: Props) {
  const { id, level, condition, grain, total, points, accuracy, unadjustedMean } = series;
  const { tone, word, detail } = describeAccuracy(series);
  const below = levelBelow(level);
  const hasBelow = below !== null && !(condition === 'used' && level !== 'store');
  return (
    <Panel>
      {level !== 'store' && (
        <nav className={classes.way} aria-label={words.above}>
          {ABOVE[level].map((above) => (
            <Anchor
              key={above}
              component="button"
              type="button"
              size="xs"
              onClick={() => onOpen(ancestorId(id, above))}
            >
              {shortName(ancestorId(id, above))}
            </Anchor>
          ))}
        </nav>
      )}
      <div className={classes.headline}>
        <div className={classes.name}>
          <div className={classes.named}>
            <h2 className={classes.title} title={seriesName(series)}>
              {seriesName(series)}
            </h2>
            <StatusPill tone={tone} title={detail} testId="forecast-accuracy">
              {word}
            </StatusPill>
            {hasBelow && below && (
              <Button
                variant="light"
                size="compact-xs"
                onClick={() => onShowBelow(id)}
                data-testid="forecast-drill"
              >
                {BELOW_WORDS[below]}
              </Button>
            )}
          </div>
          <span className={classes.model} title={modelWord(series.model)} data-testid="forecast-model">
            {modelInShort(series.model)}
          </span>
        </div>
        <Fact
          label={words.expected(formatQuantity(points.length, grain))}
          value={words.units(formatExpected(total.mean))}
          note={unadjustedMean === null ? null : words.beforeAdjusting(formatExpected(unadjustedMean))}
          testId="forecast-total"
        />
        <Fact
          label={words.eightInTen}
          value={texts.forecast.series.fan.range(
            formatExpected(total.quantiles['0.10']),
            formatExpected(total.quantiles['0.90']),
          )}
        />
        <Fact label={words.bandHeld} value={formatPercent(accuracy.coverage80)} />
      </div>
    </Panel>
  );
}

type FactProps = { label: string; value: string; note?: string | null; testId?: string };

function Fact({ label, value, note, testId }: FactProps) {
  return (
    <div className={classes.fact}>
      <span className={classes.label}>{label}</span>
      <span className={classes.value} data-testid={testId}>
        {value}
      </span>
      {note && <span className={classes.label}>{note}</span>}
    </div>
  );
}
