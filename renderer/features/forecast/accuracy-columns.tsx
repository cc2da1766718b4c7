import type { AccuracySummary } from '@shared/contract/forecast-accuracy';
import type { Column } from '../../components/data-table';
import { formatCount, formatDecimal, formatPercent, formatSigned } from '../../lib/format';

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
    column('tests', 'Tests', (value) => formatCount(value)),
    column('mase', 'MASE', error),
    column('naiveMase', 'Last year', error, 'MASE of repeating last year at the same places'),
    column('rmsse', 'RMSSE', error),
    column('bias', 'Bias', (value) => formatSigned(value, (share) => formatPercent(share))),
    column('pinball', 'Pinball', error),
    column('naivePinball', 'Last year', error, 'Pinball loss of repeating last year at the same places'),
    column('coverage80', 'In 80 %', (value) => formatPercent(value)),
    column('coverage90', 'In 90 %', (value) => formatPercent(value)),
  ];
}
