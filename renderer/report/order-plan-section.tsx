import type { Plan, PlanLine } from '@shared/contract/plan';
import type { ReportModel } from '@shared/contract/reports';
import { formatCount, formatDay, formatMoney, formatQuantity, formatScore, spellDays } from '../lib/format';
import { PrintTable } from './print-table';
import { Section } from './section';

export function OrderPlanSection({ model: { plan } }: { model: ReportModel }) {
  if (!plan) {
    return (
      <Section title="Order plan" note="There is no order plan yet.">
        <p>Make an order plan, and this page shows it for sign-off.</p>
      </Section>
    );
  }
  const ordered = plan.lines.filter((line) => line.quantity > 0 || line.decision !== null);
  return (
    <Section
      isOnOwnPage
      title="Order plan for sign-off"
      note={`Plan ${plan.id} as of ${formatDay(plan.asOf)}. ${spellDays(plan.windowNote)}`}
    >
      <p className="headline">
        <strong>{formatQuantity(plan.totals.units, 'unit')}</strong> for {formatMoney(plan.totals.costCents)},
        expected net <strong>{formatMoney(plan.totals.expectedValueCents)}</strong>. {withoutLimits(plan)}
      </p>

      <table className="plan">
        <thead>
          <tr>
            <th style={{ width: '46%' }}>Build</th>
            <th className="number">Order</th>
            <th className="number">Cost</th>
            <th className="number">Expected net</th>
            <th className="number">Score of 100</th>
            <th>Decision</th>
          </tr>
        </thead>
        {ordered.map((line) => (
          <PlanRow key={line.lineId} line={line} />
        ))}
        <tbody>
          <tr className="total">
            <td>All lines</td>
            <td className="number">{formatCount(plan.totals.units)}</td>
            <td className="number">{formatMoney(plan.totals.costCents)}</td>
            <td className="number">{formatMoney(plan.totals.expectedValueCents)}</td>
            <td colSpan={2} />
          </tr>
        </tbody>
      </table>
      <LimitTable plan={plan} />
      {plan.notes.map((note) => (
        <p key={note} className="more">
          {spellDays(note)}
        </p>
      ))}
      <SignatureBlock />
    </Section>
  );
}

function withoutLimits({ totals, uncappedTotals }: Plan): string {
  if (uncappedTotals.units === totals.units && uncappedTotals.costCents === totals.costCents) {
    return 'No limit holds it back.';
  }
  return `Without limits it would be ${formatQuantity(uncappedTotals.units, 'unit')} for ${formatMoney(uncappedTotals.costCents)}.`;
}

/** A line and, under it, why: the two are never parted by a page. */
function PlanRow({ line }: { line: PlanLine }) {
  const { build } = line;
  const details = [
    build.body,
    build.drivetrain,
    build.engine,
    build.package,
    build.exteriorColor,
    build.interiorColor,
  ];
  return (
    <tbody className="line">
      <tr>
        <td>
          <strong>{[build.modelYear, build.make, build.model, build.trim].filter(Boolean).join(' ')}</strong>
          <br />
          <span className="dim">{details.filter(Boolean).join(', ')}</span>
        </td>
        <td className="number">
          <strong>{formatCount(line.quantity)}</strong>
          {line.uncappedQuantity !== line.quantity && (
            <span className="dim"> of {formatCount(line.uncappedQuantity)}</span>
          )}
        </td>
        <td className="number">{formatMoney(line.unitCostCents * line.quantity)}</td>
        <td className="number">{formatMoney(line.expectedValueCents)}</td>
        <td className="number">{formatScore(line.score)}</td>
        <td className="decision">{decisionInWords(line)}</td>
      </tr>
      <tr>
        <td colSpan={6} className="why">
          {spellDays([...line.reasons, ...(line.notScoredBecause ? [line.notScoredBecause] : [])].join(' '))}
        </td>
      </tr>
    </tbody>
  );
}

function decisionInWords({ decision, quantity }: PlanLine): string {
  if (!decision) return quantity > 0 ? '☐ yes  ☐ no' : '';
  const words = decision.decision === 'changed' ? `changed to ${decision.quantity}` : decision.decision;
  return decision.reason ? `${words}: ${decision.reason}` : words;
}

type Limit = Plan['limits'][number];

/** Limits that are set; what is not set stands in the plan's notes. */
function LimitTable({ plan }: { plan: Plan }) {
  const limits = plan.limits.filter((limit) => limit.bound !== null);
  if (limits.length === 0) return null;

  const write = (limit: Limit, value: number | null) => {
    if (value === null) return 'unlimited';
    return limit.kind === 'budget' ? formatMoney(value) : formatCount(value);
  };
  return (
    <PrintTable
      columns={[
        { header: 'Limit', cell: (limit) => limit.label, width: '34%' },
        { header: 'At most', isNumber: true, cell: (limit) => write(limit, limit.bound) },
        { header: 'Used', isNumber: true, cell: (limit) => write(limit, limit.used) },
        { header: 'One step looser would add', isNumber: true, cell: (limit) => priceOf(plan, limit) },
        { header: 'From', cell: (limit) => spellDays(limit.source), width: '22%' },
      ]}
      rows={limits}
      keyOf={(limit) => limit.id}
      isDense
    />
  );
}

function priceOf(plan: Plan, limit: Limit): string {
  const price = plan.shadowPrices.find((candidate) => candidate.constraint === limit.id);
  if (!price) return '';
  return price.cents === 0 ? 'nothing' : `${formatMoney(price.cents)} (${price.step})`;
}

function SignatureBlock() {
  return (
    <div className="signatures">
      {['Inventory manager', 'General manager'].map((role) => (
        <div key={role}>
          <div className="signature-line" />
          {role}, name and date
        </div>
      ))}
    </div>
  );
}
