import type { SalesSummary } from '@shared/contract/sales';
import { DataTable } from '../../components/data-table';
import { Panel } from '../../components/panel';
import { capitalize, formatCount } from '../../lib/format';

/** Deals that the counts leave out, and why: the way to reconcile with another report. */
export function ExcludedPanel({ summary }: { summary: SalesSummary }) {
  return (
    <Panel title="Not counted" note="and why" isFlush>
      <DataTable
        caption="Deals that are not counted"
        columns={[
          { id: 'reason', header: 'Reason', render: ({ reason }) => capitalize(reason.replace(/_/g, ' ')) },
          { id: 'units', header: 'Units', isNumber: true, render: ({ units }) => formatCount(units) },
        ]}
        rows={summary.excluded}
        rowKey={({ reason }) => reason}
        empty="Every deal of the window is counted."
        testId="sales-excluded"
      />
    </Panel>
  );
}
