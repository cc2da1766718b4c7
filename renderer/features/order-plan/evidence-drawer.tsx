import { Drawer, Skeleton, Tabs } from '@mantine/core';
import type { PlanLine } from '@shared/contract/plan';
import type { LineEvidence } from '@shared/contract/plan-evidence';
import { buildTitle } from '@shared/domain/build';
import { useQuery } from '@tanstack/react-query';
import { type Column, DataTable } from '../../components/data-table';
import { QueryView } from '../../components/query-view';
import { orpc } from '../../lib/engine-client';
import { formatCount, formatDay, formatMoney, MISSING } from '../../lib/format';
import { texts } from '../../texts/texts';

const words = texts.orderPlan.lines.evidence;

type Props = { planId: string; line: PlanLine; isOpen: boolean; onClose(): void };

/** The rows behind a line's figures: what sold in a year, what stands here, what is on its way. */
export function EvidenceDrawer({ planId, line, isOpen, onClose }: Props) {
  const evidence = useQuery(
    orpc.plan.listEvidence.queryOptions({ input: { planId, lineId: line.lineId }, enabled: isOpen }),
  );
  return (
    <Drawer opened={isOpen} onClose={onClose} position="right" size={560} title={buildTitle(line.build)}>
      <QueryView query={evidence} loading={<Skeleton height={240} />}>
        {(rows) => <Evidence rows={rows} />}
      </QueryView>
    </Drawer>
  );
}

function Evidence({ rows: { asOf, sales, stock, coming } }: { rows: LineEvidence }) {
  return (
    <Tabs defaultValue="sales" keepMounted={false} data-testid="line-evidence">
      <Tabs.List>
        <Tabs.Tab value="sales">{words.tabs.sales(sales.length)}</Tabs.Tab>
        <Tabs.Tab value="stock">{words.tabs.stock(stock.length)}</Tabs.Tab>
        <Tabs.Tab value="coming">{words.tabs.coming(coming.length)}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="sales">
        <DataTable
          caption={words.soldUntil(formatDay(asOf))}
          columns={SALES}
          rows={sales.map((row, index) => ({ ...row, id: index }))}
          rowKey={({ id }) => String(id)}
          empty={words.noSales}
        />
      </Tabs.Panel>
      <Tabs.Panel value="stock">
        <DataTable
          caption={words.stockOn(formatDay(asOf))}
          columns={STOCK}
          rows={stock.map((row, index) => ({ ...row, id: index }))}
          rowKey={({ id }) => String(id)}
          empty={words.noStock}
        />
      </Tabs.Panel>
      <Tabs.Panel value="coming">
        <DataTable
          caption={words.comingOn(formatDay(asOf))}
          columns={COMING}
          rows={coming.map((row, index) => ({ ...row, id: index }))}
          rowKey={({ id }) => String(id)}
          empty={words.noneComing}
        />
      </Tabs.Panel>
    </Tabs>
  );
}

const STOCK_STATUSES: Readonly<Record<string, string>> = texts.terms.stockStatuses;

type Numbered<Row> = Row & { id: number };

const SALES: Column<Numbered<LineEvidence['sales'][number]>>[] = [
  {
    id: 'soldOn',
    header: words.sold,
    render: ({ soldOn }) => formatDay(soldOn),
    sortBy: ({ soldOn }) => soldOn,
  },
  { id: 'stock', header: words.stock, render: ({ stockNumber }) => stockNumber ?? MISSING },
  { id: 'color', header: words.exterior, render: ({ exteriorColor }) => exteriorColor ?? MISSING },
  {
    id: 'days',
    header: words.days,
    isNumber: true,
    render: ({ daysInStock }) => formatCount(daysInStock),
    sortBy: ({ daysInStock }) => daysInStock,
  },
  {
    id: 'gross',
    header: words.gross,
    isNumber: true,
    render: ({ grossCents }) => formatMoney(grossCents),
    sortBy: ({ grossCents }) => grossCents,
  },
];

const STOCK: Column<Numbered<LineEvidence['stock'][number]>>[] = [
  { id: 'stock', header: words.stock, render: ({ stockNumber, vin }) => stockNumber ?? vin ?? MISSING },
  { id: 'color', header: words.exterior, render: ({ exteriorColor }) => exteriorColor ?? MISSING },
  { id: 'status', header: words.status, render: ({ status }) => STOCK_STATUSES[status] ?? status },
  {
    id: 'age',
    header: words.days,
    isNumber: true,
    render: ({ ageDays }) => formatCount(ageDays),
    sortBy: ({ ageDays }) => ageDays,
  },
  { id: 'price', header: words.price, isNumber: true, render: ({ priceCents }) => formatMoney(priceCents) },
];

const COMING: Column<Numbered<LineEvidence['coming'][number]>>[] = [
  { id: 'order', header: words.order, render: ({ orderNumber }) => orderNumber ?? MISSING },
  { id: 'color', header: words.exterior, render: ({ exteriorColor }) => exteriorColor ?? MISSING },
  { id: 'status', header: words.status, render: ({ status }) => texts.terms.orderStatuses[status] ?? status },
  {
    id: 'arrival',
    header: words.due,
    render: ({ estimatedArrivalOn }) => formatDay(estimatedArrivalOn),
    sortBy: ({ estimatedArrivalOn }) => estimatedArrivalOn,
  },
];
