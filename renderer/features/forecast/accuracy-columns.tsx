import type { AccuracySummary } from '@shared/contract/forecast-accuracy';
import type { Column } from '../../components/data-table';
import { formatCount, formatDecimal, formatPercent, formatSigned } from '../../lib/format';
import { texts } from '../../texts/texts';

const words = texts.forecast.accuracy.scores;

/** Tests, errors beside those of repeating last year, bias and coverage, wherever scores are listed. */
export function scoreColumns<Row>(scoresOf: (row: Row) => AccuracySummary): Column<Row>[] {
  const column = (
    id: keyof AccuracySummary,
    header: string,
    write: (value: number | null) => string,
    meaning?: string,
  ): Column<Row> => ({
    id,
    header,
    isNumber: true,
    render: (row) => write(scoresOf(row)[id]),
    sortBy: (row) => scoresOf(row)[id],
    ...(meaning ? { meaning } : {}),
  });
  const error = (value: number | null) => formatDecimal(value, 2);
  return [
    column('tests', words.tests, (value) => formatCount(value)),
    column('mase', words.mase, error),
    column('naiveMase', words.lastYear, error, words.naiveMase),
    column('rmsse', words.rmsse, error),
    column('bias', words.bias, (value) => formatSigned(value, (share) => formatPercent(share))),
    column('pinball', words.pinball, error),
    column('naivePinball', words.lastYear, error, words.naivePinball),
    column('coverage80', words.in80, (value) => formatPercent(value)),
    column('coverage90', words.in90, (value) => formatPercent(value)),
  ];
}
