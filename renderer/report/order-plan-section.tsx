import type { Plan, PlanLine } from '@shared/contract/plan';
import type { ReportModel } from '@shared/contract/reports';
import { Sentence } from '../components/sentence';
import { formatCount, formatDay, formatMoney, formatQuantity, formatScore, spellDays } from '../lib/format';
import { texts } from '../texts/texts';
import { PrintTable } from './print-table';
import { Section } from './section';

const words = texts.report.plan.order;

export function OrderPlanSection({ model: { plan } }: { model: ReportModel }) {
  if (!plan) {
    return (
      <Section title={words.title} note={words.none}>
        <p>{words.noneAbout}</p>
      </Section>
    );
  }
  const ordered = plan.lines.filter((line) => line.quantity > 0 || line.decision !== null);
  return (
    <Section
      isOnOwnPage
      title={words.signOffTitle}
      note={words.note(plan.id, formatDay(plan.asOf), spellDays(plan.windowNote))}
    >
      <p className="headline">
        <Sentence
          parts={words.headline(
            <strong>{formatQuantity(plan.totals.units, 'unit')}</strong>,
            formatMoney(plan.totals.costCents),
            <strong>{formatMoney(plan.totals.expectedValueCents)}</strong>,
          )}
        />{' '}
        {withoutLimits(plan)}
      </p>

      <table className="plan">
        <thead>
          <tr>
            <th style={{ width: '46%' }}>{words.build}</th>
            <th className="number">{words.units}</th>
            <th className="number">{words.cost}</th>
            <th className="number">{words.net}</th>
            <th className="number">{words.score}</th>
            <th>{words.decision}</th>
          </tr>
        </thead>
        {ordered.map((line) => (
          <PlanRow key={line.lineId} line={line} />
        ))}
        <tbody>
          <tr className="total">
            <td>{words.all}</td>
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
    return words.noLimit;
  }
  return words.without(formatQuantity(uncappedTotals.units, 'unit'), formatMoney(uncappedTotals.costCents));
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
            <span className="dim"> {words.of(formatCount(line.uncappedQuantity))}</span>
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
  if (!decision) return quantity > 0 ? words.yesNo : '';
  const decided =
    decision.decision === 'changed'
      ? words.changedTo(formatCount(decision.quantity))
      : words.decisions[decision.decision];
  return decision.reason ? `${decided}: ${decision.reason}` : decided;
}

type Limit = Plan['limits'][number];

/** Limits that are set; what is not set stands in the plan's notes. */
function LimitTable({ plan }: { plan: Plan }) {
  const limits = plan.limits.filter((limit) => limit.bound !== null);
  if (limits.length === 0) return null;

  const write = (limit: Limit, value: number | null) => {
    if (value === null) return words.unlimited;
    return limit.kind === 'budget' ? formatMoney(value) : formatCount(value);
  };
  return (
    <PrintTable
      columns={[
        { header: words.limit, cell: (limit) => limit.label, width: '34%' },
        { header: words.atMost, isNumber: true, cell: (limit) => write(limit, limit.bound) },
        { header: words.used, isNumber: true, cell: (limit) => write(limit, limit.used) },
        { header: words.looser, isNumber: true, cell: (limit) => priceOf(plan, limit) },
        { header: words.from, cell: (limit) => spellDays(limit.source), width: '22%' },
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
  return price.cents === 0 ? words.nothing : `${formatMoney(price.cents)} (${price.step})`;
}

function SignatureBlock() {
  return (
    <div className="signatures">
      {[words.roles.inventory, words.roles.general].map((role) => (
        <div key={role}>
          <div className="signature-line" />
          {words.signature(role)}
        </div>
      ))}
    </div>
  );
}
