import type { ColumnTotal, Reconciliation } from '@shared/contract/import-accounting';
import type { ImportBatch } from '@shared/contract/imports';
import { fieldWord } from '@shared/domain/field-words';
import { type Column, DataTable } from '../../components/data-table';
import { StatusPill } from '../../components/status-pill';
import { formatCount, formatExactMoney, formatQuantity } from '../../lib/format';
import { texts } from '../../texts/texts';
import classes from './batch-reconciliation.module.css';

const words = texts.imports.batch.sums;

/** Where each row of the file went, and whether its money agrees with the totals that the file itself states. */
export function BatchReconciliation({ batch }: { batch: ImportBatch }) {
  const { rows, reconciliation } = batch;
  return (
    <div className={classes.part} data-testid="reconciliation">
      <RowSum rows={rows} />
      {reconciliation && (
        <>
          <Stated reconciliation={reconciliation} rowsRead={rows.read} />
          {reconciliation.ignored.length > 0 && (
            <p className={classes.line}>
              {words.ignored(
                reconciliation.ignored
                  .map(({ reason, rows: count, firstLine }) =>
                    words.ignoredRows(formatQuantity(count, 'row'), reason, formatCount(firstLine)),
                  )
                  .join('; '),
              )}
            </p>
          )}
          {reconciliation.totals.length > 0 && (
            <div className={classes.table}>
              <DataTable
                caption={words.money}
                columns={TOTAL_COLUMNS}
                rows={reconciliation.totals}
                rowKey={({ column }) => column}
              />
            </div>
          )}
        </>
      )}
    </div>
  );
}

const PARTS = ['accepted', 'repaired', 'rejected', 'unchanged', 'ignored'] as const;

/** `1,204 read = 1,180 accepted + 3 repaired + 21 ignored`. */
function RowSum({ rows }: { rows: ImportBatch['rows'] }) {
  const parts = PARTS.filter((part) => rows[part] > 0).map((part) => `${formatCount(rows[part])} ${part}`);
  return (
    <p className={classes.sum}>
      <strong>{words.read(formatQuantity(rows.read, 'row'))}</strong> = {parts.join(' + ') || words.noneKept}
    </p>
  );
}

function Stated({ reconciliation, rowsRead }: { reconciliation: Reconciliation; rowsRead: number }) {
  const { statedRows, areRowsAgreed, totalsLine, totals } = reconciliation;
  const wrong = totals.filter(({ isAgreed }) => isAgreed === false);
  return (
    <p className={classes.pills}>
      {statedRows !== null && (
        <StatusPill tone={areRowsAgreed ? 'good' : 'act'}>
          {areRowsAgreed
            ? words.rowsAgree(formatCount(statedRows))
            : words.rowsDiffer(formatCount(statedRows), formatCount(rowsRead))}
        </StatusPill>
      )}
      {totalsLine === null ? (
        <StatusPill tone="neutral">{words.noTotals}</StatusPill>
      ) : (
        <StatusPill tone={wrong.length > 0 ? 'act' : 'good'}>
          {wrong.length > 0
            ? words.totalsDiffer(wrong.map(({ column }) => column).join(', '), formatCount(totalsLine))
            : words.totalsAgree(formatCount(totalsLine))}
        </StatusPill>
      )}
    </p>
  );
}

const TOTAL_COLUMNS: Column<ColumnTotal>[] = [
  { id: 'column', header: words.column, render: ({ column }) => <strong>{column}</strong> },
  { id: 'target', header: words.takenFor, render: ({ target }) => fieldWord(target) },
  {
    id: 'total',
    header: words.addedUp,
    isNumber: true,
    render: ({ totalCents }) => formatExactMoney(totalCents),
  },
  {
    id: 'rejected',
    header: words.rejected,
    isNumber: true,
    render: ({ rejectedCents }) => (rejectedCents === 0 ? '' : formatExactMoney(rejectedCents)),
  },
  {
    id: 'stated',
    header: words.stated,
    isNumber: true,
    render: ({ statedCents }) => (statedCents === null ? '' : formatExactMoney(statedCents)),
  },
  {
    id: 'agreed',
    header: '',
    render: ({ isAgreed }) =>
      isAgreed === null ? null : (
        <StatusPill tone={isAgreed ? 'good' : 'act'}>{isAgreed ? words.agrees : words.differs}</StatusPill>
      ),
  },
];
