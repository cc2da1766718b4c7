import { Checkbox } from '@mantine/core';
import { texts } from '../../texts/texts';
import classes from './plan-lines.module.css';

const words = texts.orderPlan.lines.head;

type Head = { header: string; isNumber?: boolean; meaning?: string; width?: number };

const HEADS: Head[] = [
  { header: words.build.header },
  {
    header: words.order.header,
    width: 66,
    isNumber: true,
    meaning: words.order.meaning,
  },
  { header: words.score.header, width: 84, meaning: words.score.meaning },
  {
    header: words.net.header,
    width: 76,
    isNumber: true,
    meaning: words.net.meaning,
  },
  { header: words.unitCost.header, width: 76, isNumber: true },
  {
    header: words.stock.header,
    width: 78,
    isNumber: true,
    meaning: words.stock.meaning,
  },
  { header: words.demand.header, width: 60, isNumber: true, meaning: words.demand.meaning },
  { header: words.decision.header, width: 122 },
];

export const PLAN_COLUMNS = HEADS.length + 1;

export function PlanHead({ isAll, isSome, onToggle }: { isAll: boolean; isSome: boolean; onToggle(): void }) {
  return (
    <thead>
      <tr>
        <th scope="col" className={classes.check}>
          <Checkbox
            size="xs"
            aria-label={words.selectAll}
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
