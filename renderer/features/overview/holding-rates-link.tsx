import { Tooltip } from '@mantine/core';
import type { Overview } from '@shared/contract/overview';
import { Link } from '@tanstack/react-router';
import { formatDecimal, formatMoney } from '../../lib/format';
import classes from './holding-rates-link.module.css';

type Rates = Overview['inventory'][number]['holdingRates'];

/** The rates that the holding cost rests on, in the order of its parts; leads to where they are set. */
export function HoldingRatesLink({ rates }: { rates: Rates }) {
  return (
    <Tooltip label={explain(rates)} position="bottom-end">
      <Link to="/settings" className={classes.rates} data-testid="holding-rates">
        {percentOf(rates)} + {formatMoney(rates.otherHoldingCostPerDayCents)}
        {rates.isDefault && ', default'}
      </Link>
    </Tooltip>
  );
}

function explain(rates: Rates): string {
  const free =
    rates.floorPlanFreeDays > 0 ? `after ${rates.floorPlanFreeDays} free days` : 'from the first day';
  const sentence = `Interest at ${percentOf(rates)} a year on cost over ${rates.daysInYear} days, ${free}, + ${formatMoney(rates.otherHoldingCostPerDayCents)} a unit and day for everything else.`;
  return rates.isDefault
    ? `${sentence} These are defaults until you set your own in Settings.`
    : `${sentence} Set in Settings.`;
}

function percentOf({ floorPlanAnnualRate }: Rates): string {
  return `${formatDecimal(floorPlanAnnualRate * 100)}%`;
}
