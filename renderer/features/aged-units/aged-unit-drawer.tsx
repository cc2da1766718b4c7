import { Drawer } from '@mantine/core';
import type { AgedUnit } from '@shared/contract/aged-units';
import { buildTitle } from '@shared/domain/build';
import { StatusPill } from '../../components/status-pill';
import { formatCount, formatDay, formatDays, formatMoney, MISSING, spellDays } from '../../lib/format';
import { texts } from '../../texts/texts';
import { ACTION_WORDS } from './action-words';
import classes from './aged-unit-drawer.module.css';

const words = texts.agedUnits.unit;

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
        {unit.isAged && <StatusPill tone="act">{words.inStock(formatDays(ageDays))}</StatusPill>}
        {unit.isTooMany && <StatusPill tone="caution">{words.tooMany}</StatusPill>}
        {curtailment && (
          <StatusPill tone="caution">
            {words.due(formatMoney(curtailment.amountCents), formatDay(curtailment.dueOn))}
          </StatusPill>
        )}
      </div>
      <p style={{ margin: 0 }}>
        {[stockNumber && words.stock(stockNumber), vin].filter(Boolean).join(' · ')}
        <br />
        {words.money(
          formatMoney(costCents),
          formatMoney(priceCents),
          formatMoney(unit.holdingNextMonthCents),
        )}
      </p>
      <section>
        <h3 className={classes.title}>{words.why}</h3>
        <ul className={classes.reasons}>
          {unit.reasons.map((reason) => (
            <li key={reason}>{spellDays(reason)}</li>
          ))}
        </ul>
      </section>
      <section>
        <h3 className={classes.title}>{words.options}</h3>
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
          <th scope="col">{words.option}</th>
          <th scope="col" data-number>
            {words.brings}
          </th>
          <th scope="col" data-number>
            {words.goneIn}
          </th>
        </tr>
      </thead>
      <tbody>
        {options.map(({ action, netCents, days, newPriceCents, note }) => (
          <tr key={action} data-best={action === best || undefined}>
            <td>
              {newPriceCents === null
                ? ACTION_WORDS[action]
                : words.optionAt(ACTION_WORDS[action], formatMoney(newPriceCents))}
              <span className={classes.note}>{note}</span>
            </td>
            <td data-number>{formatMoney(netCents)}</td>
            <td data-number>{days === null ? MISSING : words.days(formatCount(days))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
