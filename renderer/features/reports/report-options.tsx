import { Checkbox, NumberInput, SegmentedControl, Select } from '@mantine/core';
import { REPORT_CATALOGUE, SECTION_TITLES } from '@shared/domain/report-kind';
import { useQuery } from '@tanstack/react-query';
import { orpc } from '../../lib/engine-client';
import { texts } from '../../texts/texts';
import { type ReportChoice, sectionsOf, toggleSection } from './report-choice';
import classes from './reports-screen.module.css';

const words = texts.reports.options;

type Props = { choice: ReportChoice; onChange(choice: ReportChoice): void };

/** Defaults need no choice; everything here narrows or dresses the report. */
export function ReportOptions({ choice, onChange }: Props) {
  const { sections } = REPORT_CATALOGUE[choice.kind];
  const change = (changed: Partial<ReportChoice>) => onChange({ ...choice, ...changed });
  return (
    <div className={classes.options}>
      <ViewChoice choice={choice} onChange={(view) => change({ view })} />
      <Choice
        label={words.lists}
        value={choice.condition}
        data={[
          { value: 'both', label: words.all },
          { value: 'new', label: words.new },
          { value: 'used', label: words.used },
        ]}
        onChange={(condition) => change({ condition })}
      />
      {sections.includes('sales') && (
        <NumberInput
          label={words.months}
          className={classes.short}
          min={3}
          max={60}
          clampBehavior="strict"
          allowDecimal={false}
          value={choice.months}
          onChange={(months) => change({ months: Number(months) || choice.months })}
        />
      )}
      <Choice
        label={words.paper}
        value={choice.paper}
        data={[
          { value: 'letter', label: words.letter },
          { value: 'a4', label: words.a4 },
        ]}
        onChange={(paper) => change({ paper })}
      />
      <Choice
        label={words.ink}
        value={choice.ink}
        data={[
          { value: 'color', label: words.color },
          { value: 'grey', label: words.grey },
        ]}
        onChange={(ink) => change({ ink })}
      />
      {sections.length > 1 && (
        <fieldset className={classes.sections}>
          <legend className={classes.label}>{words.sections}</legend>
          {sections.map((section) => (
            <Checkbox
              key={section}
              size="xs"
              label={SECTION_TITLES[section]}
              checked={sectionsOf(choice).includes(section)}
              onChange={() => onChange(toggleSection(choice, section))}
            />
          ))}
        </fieldset>
      )}
    </div>
  );
}

/** Only where views were saved: the report then is of that view, figures included. */
function ViewChoice({
  choice,
  onChange,
}: {
  choice: ReportChoice;
  onChange(view: ReportChoice['view']): void;
}) {
  const { data: views = [] } = useQuery(orpc.workspace.listViews.queryOptions({ input: {} }));
  if (views.length === 0) return null;
  return (
    <Select
      label={words.view}
      placeholder={words.wholeStore}
      clearable
      clearButtonProps={{ 'aria-label': words.wholeStore }}
      data={views.map(({ id, name }) => ({ value: id, label: name }))}
      value={choice.view?.id ?? null}
      onChange={(id) => onChange(views.find((view) => view.id === id) ?? null)}
      data-testid="report-view"
    />
  );
}

type ChoiceProps<Value extends string> = {
  label: string;
  value: Value;
  data: { value: Value; label: string }[];
  onChange(value: Value): void;
};

function Choice<Value extends string>({ label, value, data, onChange }: ChoiceProps<Value>) {
  return (
    <div>
      <span className={classes.label}>{label}</span>
      <SegmentedControl
        size="xs"
        aria-label={label}
        value={value}
        data={data}
        onChange={(next) => onChange(data.find((one) => one.value === next)?.value ?? value)}
      />
    </div>
  );
}
