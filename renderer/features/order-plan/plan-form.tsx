import { Button, Checkbox, NumberInput, Popover, Skeleton } from '@mantine/core';
import type { StoreSettings } from '@shared/contract/stores';
import { centsFromDollars, dollarsFromCents } from '@shared/domain/money';
import { IconAdjustments } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { QueryView } from '../../components/query-view';
import { orpc } from '../../lib/engine-client';
import { useScope } from '../../lib/session-store';
import { texts } from '../../texts/texts';
import classes from './plan-form.module.css';

const words = texts.orderPlan.screen.form;

export type PlanLimits = { budgetCents: number | null; places: number | null };

/** The limits of the next plan; they start from the store's settings and change nothing there. */
export function PlanForm({ isBusy, onMake }: { isBusy: boolean; onMake(limits: PlanLimits): void }) {
  const scope = useScope();
  const [isOpen, setOpen] = useState(false);
  const { storeCode } = scope;
  const settings = useQuery(
    orpc.stores.getSettings.queryOptions({ input: storeCode ? { storeCode } : {}, enabled: isOpen }),
  );
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={300} shadow="md" trapFocus>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconAdjustments size={14} />}
          disabled={isBusy}
          onClick={() => setOpen(!isOpen)}
          data-testid="plan-limits-open"
        >
          {words.open}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <QueryView query={settings} loading={<Skeleton height={150} />}>
          {(present) => (
            <LimitsForm
              settings={present}
              onMake={(limits) => {
                setOpen(false);
                onMake(limits);
              }}
            />
          )}
        </QueryView>
      </Popover.Dropdown>
    </Popover>
  );
}

function LimitsForm({ settings, onMake }: { settings: StoreSettings; onMake(limits: PlanLimits): void }) {
  const [dollars, setDollars] = useState<number | null>(
    settings.orderBudgetCents === null ? null : dollarsFromCents(settings.orderBudgetCents),
  );
  const [places, setPlaces] = useState<number | null>(settings.lotPlaces);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onMake({ budgetCents: dollars === null ? null : centsFromDollars(dollars), places });
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <Limit
        label={words.budget}
        prefix="$"
        value={dollars}
        fallback={1_000_000}
        onChange={setDollars}
        testId="plan-budget"
      />
      <Limit label={words.places} value={places} fallback={100} onChange={setPlaces} testId="plan-places" />
      <Button type="submit" data-testid="plan-make-with-limits">
        {words.make}
      </Button>
    </form>
  );
}

type LimitProps = {
  label: string;
  prefix?: string;
  value: number | null;
  fallback: number;
  onChange(value: number | null): void;
  testId: string;
};

function Limit({ label, prefix, value, fallback, onChange, testId }: LimitProps) {
  return (
    <div className={classes.limit}>
      <NumberInput
        label={label}
        {...(prefix && { prefix })}
        min={0}
        allowDecimal={false}
        thousandSeparator=","
        disabled={value === null}
        placeholder={words.unlimited}
        value={value ?? ''}
        onChange={(next) => onChange(typeof next === 'number' ? next : 0)}
        data-testid={testId}
      />
      <Checkbox
        size="xs"
        label={words.noLimit}
        checked={value === null}
        onChange={(event) => onChange(event.currentTarget.checked ? null : fallback)}
      />
    </div>
  );
}
