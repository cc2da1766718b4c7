import { Tooltip } from '@mantine/core';
import type { Overview } from '@shared/contract/overview';
import { Link } from '@tanstack/react-router';
import { formatDecimal, formatMoney } from '../../lib/format';
import { texts } from '../../texts/texts';
import classes from './holding-rates-link.module.css';

const words = texts.overview.holding;

type Rates = Overview['inventory'][number]['holdingRates'];

/** The rates that the holding cost rests on, in the order of its parts; leads to where they are set. */
export function HoldingRatesLink({ rates }: { rates: Rates }) {
  const written = words.link(percentOf(rates), formatMoney(rates.otherHoldingCostPerDayCents));
  return (
    <Tooltip label={explain(rates)} position="bottom-end">
      <Link to="/settings" className={classes.rates} data-testid="holding-rates">
        {rates.isDefault ? words.isDefault(written) : written}
      </Link>
    </Tooltip>
  );
}

function explain(rates: Rates): string {
  const free =
    rates.floorPlanFreeDays > 0 ? words.afterFreeDays(rates.floorPlanFreeDays) : words.fromFirstDay;
  const other = formatMoney(rates.otherHoldingCostPerDayCents);
  const sentence = words.rates(percentOf(rates), rates.daysInYear, free, other);
  return rates.isDefault ? words.default(sentence) : words.own(sentence);
}

function percentOf({ floorPlanAnnualRate }: Rates): string {
  return `${formatDecimal(floorPlanAnnualRate * 100)}%`;
}
