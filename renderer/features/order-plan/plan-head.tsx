import { Checkbox } from '@mantine/core';
import classes from './plan-lines.module.css';

type Head = { header: string; isNumber?: boolean; meaning?: string; width?: number };

const HEADS: Head[] = [
  { header: 'Build' },
  {
    header: 'Order',
    width: 66,
    isNumber: true,
    meaning: 'Units to order within the limits; of: without them',
  },
  { header: 'Score', width: 84, meaning: 'DOSO score, 0 to 100: gross, days to turn, market and forecast' },
  {
    header: 'Exp. net',
    width: 76,
    isNumber: true,
    meaning: 'Expected gross of the ordered units less their holding cost',
  },
  { header: 'Unit cost', width: 76, isNumber: true },
  {
    header: 'Here + due',
    width: 78,
    isNumber: true,
    meaning: 'Units in stock, plus units on order or in transit',
  },
  { header: 'Demand', width: 60, isNumber: true, meaning: "Expected sales over the plan's window" },
  { header: 'Decision', width: 122 },
];

export const PLAN_COLUMNS = HEADS.length + 1;

export function PlanHead({ isAll, isSome, onToggle }: { isAll: boolean; isSome: boolean; onToggle(): void }) {
  return (
    <thead>
      <tr>
        <th scope="col" className={classes.check}>
          <Checkbox
            size="xs"
            aria-label="Select all lines"
            checked={isAll}
            indeterminate={isSome && !isAll}
            onChange={onToggle}
          />
        </th>
        {HEADS.map(({ header, isNumber, meaning, width }) => (
          <th key={header} scope="col" data-number={isNumber || undefined} title={meaning} style={{ width }}>
            {header}
          </th>
        ))}
      </tr>
    </thead>
  );
}
