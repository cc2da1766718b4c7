import type { SalesSummary } from '@shared/contract/sales';
import { DataTable } from '../../components/data-table';
import { Panel } from '../../components/panel';
import { formatCount } from '../../lib/format';
import { texts } from '../../texts/texts';

const words = texts.sales.excluded;

const REASONS: Record<string, string> = words.reasons;

/** Deals that the counts leave out, and why: the way to reconcile with another report. */
export function ExcludedPanel({ summary }: { summary: SalesSummary }) {
  return (
    <Panel title={words.title} note={words.note} isFlush>
      <DataTable
        caption={words.caption}
        columns={[
          { id: 'reason', header: words.reason, render: ({ reason }) => REASONS[reason] ?? reason },
          { id: 'units', header: words.units, isNumber: true, render: ({ units }) => formatCount(units) },
        ]}
        rows={summary.excluded}
        rowKey={({ reason }) => reason}
        empty={words.empty}
        testId="sales-excluded"
      />
    </Panel>
  );
}
