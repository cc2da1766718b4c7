import { Drawer } from '@mantine/core';
import type { AgedUnit } from '@shared/contract/aged-units';
import { buildTitle } from '@shared/domain/build';
import { StatusPill } from '../../components/status-pill';
import { formatCount, formatDay, formatDays, formatMoney, MISSING, spellDays } from '../../lib/format';
import { ACTION_WORDS } from './action-words';
import classes from './aged-unit-drawer.module.css';

/** One unit: why it is listed, and what each way out is worth from today on. */
export function AgedUnitDrawer({ unit, onClose }: { unit: AgedUnit | null; onClose(): void }) {
  return (
    <Drawer opened={unit !== null} onClose={onClose} size={460} title={unit ? buildTitle(unit.build) : ''}>
      {unit && <Details unit={unit} />}
    </Drawer>
  );
}

function Details({ unit }: { unit: AgedUnit }) {
  const { stockNumber, vin, ageDays, costCents, priceCents, curtailment } = unit;
  return (
    <div className={classes.details} data-testid="aged-unit-details">
      <div className={classes.pills}>
        {unit.isAged && <StatusPill tone="act">{formatDays(ageDays)} in stock</StatusPill>}
        {unit.isTooMany && <StatusPill tone="caution">Too many of its kind</StatusPill>}
        {curtailment && (
          <StatusPill tone="caution">
            {formatMoney(curtailment.amountCents)} due {formatDay(curtailment.dueOn)}
          </StatusPill>
        )}
      </div>
      <p style={{ margin: 0 }}>
        {[stockNumber && `Stock ${stockNumber}`, vin].filter(Boolean).join(' · ')}
        <br />
        Cost {formatMoney(costCents)}, asking {formatMoney(priceCents)}, holding{' '}
        {formatMoney(unit.holdingNextMonthCents)} in the next 30 days
      </p>
      <section>
        <h3 className={classes.title}>Why</h3>
        <ul className={classes.reasons}>
          {unit.reasons.map((reason) => (
            <li key={reason}>{spellDays(reason)}</li>
          ))}
        </ul>
      </section>
      <section>
        <h3 className={classes.title}>From today on, net of holding</h3>
        <Options unit={unit} />
      </section>
    </div>
  );
}

function Options({ unit: { options, best } }: { unit: AgedUnit }) {
  return (
    <table className={classes.options}>
      <thead>
        <tr>
          <th scope="col">Way out</th>
          <th scope="col" data-number>
            Brings
          </th>
          <th scope="col" data-number>
            Gone in
          </th>
        </tr>
      </thead>
      <tbody>
        {options.map(({ action, netCents, days, newPriceCents, note }) => (
          <tr key={action} data-best={action === best || undefined}>
            <td>
              {ACTION_WORDS[action]}
              {newPriceCents !== null && ` at ${formatMoney(newPriceCents)}`}
              <span className={classes.note}>{note}</span>
            </td>
            <td data-number>{formatMoney(netCents)}</td>
            <td data-number>{days === null ? MISSING : `${formatCount(days)} d`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
