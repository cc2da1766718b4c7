import { Button, Drawer } from '@mantine/core';
import type { StockUnit } from '@shared/contract/inventory';
import { buildTitle } from '@shared/domain/build';
import { hasValidCheckDigit, isVinShaped } from '@shared/domain/vin';
import { StatusPill } from '../../components/status-pill';
import { useCorrectingStore } from '../../lib/correcting-store';
import { capitalize, formatCount, formatDay, formatDays, formatMoney, MISSING } from '../../lib/format';
import { STATUS_WORDS } from './stock-words';
import classes from './unit-drawer.module.css';
import { VehicleSections } from './vehicle-sections';

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
          {unit.isCertified ? 'Certified used' : capitalize(unit.condition)}
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
          Correct values…
        </Button>
      </div>
      <Facts
        title="In stock"
        rows={[
          ['Stock number', unit.stockNumber],
          ['VIN', <Vin key="vin" vin={unit.vin} />],
          ['In stock since', formatDay(unit.receivedOn)],
          ['Age', formatDays(unit.ageDays)],
          ['Place', unit.location],
          ['Odometer', unit.odometerMiles === null ? null : `${formatCount(unit.odometerMiles)} miles`],
        ]}
      />
      <Facts title="Money" rows={moneyRows(unit)} />
      <VehicleSections unit={unit} />
      <Facts
        title="Build"
        rows={[
          ['Make and model', `${build.make} ${build.model}`],
          ['Model year', build.modelYear === null ? null : String(build.modelYear)],
          ['Trim', build.trim],
          ['Body', build.body],
          ['Drivetrain', build.drivetrain],
          ['Engine', build.engine],
          ['Package', build.package],
          ['Exterior', build.exteriorColor],
          ['Interior', build.interiorColor],
        ]}
      />
    </div>
  );
}

function moneyRows({ costCents, priceCents, msrpCents, holdingCostToDateCents }: StockUnit): FactRow[] {
  const spread = costCents === null || priceCents === null ? null : priceCents - costCents;
  const left = spread === null || holdingCostToDateCents === null ? null : spread - holdingCostToDateCents;
  return [
    ['Cost', formatMoney(costCents)],
    ['Price', formatMoney(priceCents)],
    ['MSRP', formatMoney(msrpCents)],
    ['Price less cost', formatMoney(spread)],
    ['Held to date', formatMoney(holdingCostToDateCents)],
    ['Left at this price', formatMoney(left)],
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
      {isVinShaped(vin) && !hasValidCheckDigit(vin) && <StatusPill tone="caution">Check digit</StatusPill>}
    </>
  );
}
