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

type Candidate = ForecastDetail['candidates'][number];

/** A combination names its parts: `combination of ets, theta`. */
function isChosen(candidate: string, model: string): boolean {
  return candidate === model || model.startsWith(`${candidate} of `);
}

/** Every method that was tried, with its back-test. */
export function Candidates({ series }: { series: ForecastDetail }) {
  const { candidates, model, accuracy, details } = series;
  const columns: Column<Candidate>[] = [
    {
      id: 'model',
      header: 'Method',
      render: (candidate) => (
        <>
          {modelWord(candidate.model)}{' '}
          {isChosen(candidate.model, model) && <StatusPill tone="good">Chosen</StatusPill>}
        </>
      ),
      sortBy: (candidate) => modelWord(candidate.model),
    },
    {
      id: 'mase',
      header: 'Typical error',
      meaning: 'Against repeating last year: 0.41 is an error less than half as large (MASE)',
      isNumber: true,
      render: ({ mase }) => formatDecimal(mase, 2),
      sortBy: ({ mase }) => mase,
    },
    {
      id: 'pinball',
      header: 'Error of the range',
      meaning: 'How far sales fell from the whole range that was forecast; smaller is better (pinball loss)',
      isNumber: true,
      render: ({ pinball }) => formatDecimal(pinball, 2),
      sortBy: ({ pinball }) => pinball,
    },
    {
      id: 'rmsse',
      header: 'Large errors',
      meaning: 'As the typical error, with large errors counting more (RMSSE)',
      isNumber: true,
      render: ({ rmsse }) => formatDecimal(rmsse, 2),
      sortBy: ({ rmsse }) => rmsse,
    },
    {
      id: 'bias',
      header: 'Bias',
      meaning: 'Forecast less what came, as a share of it: +5 % forecasts too much',
      isNumber: true,
      render: ({ bias }) => formatSigned(bias, (value) => formatPercent(value)),
      sortBy: ({ bias }) => bias,
    },
    {
      id: 'origins',
      header: 'Tests',
      meaning: 'Points in the past that it forecast from',
      isNumber: true,
      render: ({ origins, failure }) =>
        failure === null ? formatCount(origins) : <span title={failure}>left out</span>,
      sortBy: ({ origins }) => origins,
    },
  ];
  return (
    <Panel
      title="Back-test"
      note={[
        `each method forecast the past ${formatQuantity(accuracy.origins, 'time')}`,
        details.chosenThrough && `chosen on data up to ${formatPeriod(details.chosenThrough)}`,
      ]
        .filter(Boolean)
        .join('; ')}
      isFlush
    >
      <DataTable
        caption="Methods tried and their back-test"
        columns={columns}
        rows={candidates}
        rowKey={(candidate) => candidate.model}
        initialSort={{ id: 'pinball', direction: 'asc' }}
        maxHeight={420}
        empty="The history is too short for a back-test."
        testId="forecast-candidates"
      />
    </Panel>
  );
}
