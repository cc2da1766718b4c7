import { Button, Drawer } from '@mantine/core';
import type { StockUnit } from '@shared/contract/inventory';
import { buildTitle } from '@shared/domain/build';
import { hasValidCheckDigit, isVinShaped } from '@shared/domain/vin';
import { StatusPill } from '../../components/status-pill';
import { useCorrectingStore } from '../../lib/correcting-store';
import { formatCount, formatDay, formatDays, formatMoney, MISSING } from '../../lib/format';
import { texts } from '../../texts/texts';
import { STATUS_WORDS } from './stock-words';
import classes from './unit-drawer.module.css';
import { VehicleSections } from './vehicle-sections';

const words = texts.inventory.unit;

/** One vehicle in full. */
export function UnitDrawer({ unit, onClose }: { unit: StockUnit | null; onClose(): void }) {
  return (
    <Drawer opened={unit !== null} onClose={onClose} size={520} title={unit ? buildTitle(unit.build) : ''}>
      {unit && <UnitDetails unit={unit} onClose={onClose} />}
    </Drawer>
  );
}

function UnitDetails({ unit, onClose }: { unit: StockUnit; onClose(): void }) {
  const correct = useCorrectingStore((state) => state.open);
  const { build } = unit;
  return (
    <div className={classes.details} data-testid="unit-details">
      <div className={classes.pills}>
        <StatusPill tone={unit.status === 'available' ? 'good' : 'neutral'}>
          {STATUS_WORDS[unit.status]}
        </StatusPill>
        <StatusPill tone="neutral">
          {unit.isCertified ? words.certified : texts.terms.conditions[unit.condition]}
        </StatusPill>
        <Button
          size="compact-xs"
          variant="default"
          className={classes.correct}
          onClick={() => {
            onClose();
            correct({ record: 'stock', recordId: unit.id });
          }}
          data-testid="correct-unit"
        >
          {words.correct}
        </Button>
      </div>
      <Facts
        title={words.inStock}
        rows={[
          [words.stockNumber, unit.stockNumber],
          [words.vin, <Vin key="vin" vin={unit.vin} />],
          [words.since, formatDay(unit.receivedOn)],
          [words.age, formatDays(unit.ageDays)],
          [words.place, unit.location],
          [words.odometer, unit.odometerMiles === null ? null : words.miles(formatCount(unit.odometerMiles))],
        ]}
      />
      <Facts title={words.money} rows={moneyRows(unit)} />
      <VehicleSections unit={unit} />
      <Facts
        title={words.build}
        rows={[
          [words.makeAndModel, `${build.make} ${build.model}`],
          [words.modelYear, build.modelYear === null ? null : String(build.modelYear)],
          [words.trim, build.trim],
          [words.body, build.body],
          [words.drivetrain, build.drivetrain],
          [words.engine, build.engine],
          [words.package, build.package],
          [words.exterior, build.exteriorColor],
          [words.interior, build.interiorColor],
        ]}
      />
    </div>
  );
}

function moneyRows({ costCents, priceCents, msrpCents, holdingCostToDateCents }: StockUnit): FactRow[] {
  const spread = costCents === null || priceCents === null ? null : priceCents - costCents;
  const left = spread === null || holdingCostToDateCents === null ? null : spread - holdingCostToDateCents;
  return [
    [words.cost, formatMoney(costCents)],
    [words.price, formatMoney(priceCents)],
    [words.msrp, formatMoney(msrpCents)],
    [words.priceLessCost, formatMoney(spread)],
    [words.heldToDate, formatMoney(holdingCostToDateCents)],
    [words.leftAtPrice, formatMoney(left)],
  ];
}

type FactRow = [term: string, value: React.ReactNode];

function Facts({ title, rows }: { title: string; rows: FactRow[] }) {
  return (
    <section>
      <h3 className={classes.title}>{title}</h3>
      <dl className={classes.facts}>
        {rows.map(([term, value]) => (
          <div key={term} className={classes.fact}>
            <dt>{term}</dt>
            <dd>{value ?? MISSING}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Vin({ vin }: { vin: string | null }) {
  if (vin === null) return <>{MISSING}</>;
  return (
    <>
      {vin}{' '}
      {isVinShaped(vin) && !hasValidCheckDigit(vin) && (
        <StatusPill tone="caution">{words.checkDigit}</StatusPill>
      )}
    </>
  );
}
