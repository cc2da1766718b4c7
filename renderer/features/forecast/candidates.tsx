import type { ForecastDetail } from '@shared/contract/forecast';
import { type Column, DataTable } from '../../components/data-table';
import { Panel } from '../../components/panel';
import { StatusPill } from '../../components/status-pill';
import {
  formatCount,
  formatDecimal,
  formatPercent,
  formatPeriod,
  formatQuantity,
  formatSigned,
} from '../../lib/format';
import { modelWord } from '../../lib/model-words';
import { texts } from '../../texts/texts';

const words = texts.forecast.series.methods;

type Candidate = ForecastDetail['candidates'][number];

/** A combination names its parts: `combination of ets, theta`. */
function isChosen(candidate: string, model: string): boolean {
  return candidate === model || candidate === model.split(/ of /)[0];
}

/** Every method that was tried, with its back-test. */
export function Candidates({ series }: { series: ForecastDetail }) {
  const { candidates, model, accuracy, details } = series;
  const columns: Column<Candidate>[] = [
    {
      id: 'model',
      header: words.method,
      render: (candidate) => (
        <>
          {modelWord(candidate.model)}{' '}
          {isChosen(candidate.model, model) && <StatusPill tone="good">{words.chosen}</StatusPill>}
        </>
      ),
      sortBy: (candidate) => modelWord(candidate.model),
    },
    {
      id: 'mase',
      header: words.error.header,
      meaning: words.error.meaning,
      isNumber: true,
      render: ({ mase }) => formatDecimal(mase, 2),
      sortBy: ({ mase }) => mase,
    },
    {
      id: 'pinball',
      header: words.rangeError.header,
      meaning: words.rangeError.meaning,
      isNumber: true,
      render: ({ pinball }) => formatDecimal(pinball, 2),
      sortBy: ({ pinball }) => pinball,
    },
    {
      id: 'rmsse',
      header: words.largeErrors.header,
      meaning: words.largeErrors.meaning,
      isNumber: true,
      render: ({ rmsse }) => formatDecimal(rmsse, 2),
      sortBy: ({ rmsse }) => rmsse,
    },
    {
      id: 'bias',
      header: words.bias.header,
      meaning: words.bias.meaning,
      isNumber: true,
      render: ({ bias }) => formatSigned(bias, (value) => formatPercent(value)),
      sortBy: ({ bias }) => bias,
    },
    {
      id: 'origins',
      header: words.tests.header,
      meaning: words.tests.meaning,
      isNumber: true,
      render: ({ origins, failure }) =>
        failure === null ? formatCount(origins) : <span title={failure}>{words.leftOut}</span>,
      sortBy: ({ origins }) => origins,
    },
  ];
  return (
    <Panel
      title={words.title}
      note={[
        words.tested(formatQuantity(accuracy.origins, 'time')),
        details.chosenThrough && words.chosenThrough(formatPeriod(details.chosenThrough)),
      ]
        .filter(Boolean)
        .join('; ')}
      isFlush
    >
      <DataTable
        caption={words.caption}
        columns={columns}
        rows={candidates}
        rowKey={(candidate) => candidate.model}
        initialSort={{ id: 'pinball', direction: 'asc' }}
        maxHeight={420}
        empty={words.none}
        testId="forecast-candidates"
      />
    </Panel>
  );
}
