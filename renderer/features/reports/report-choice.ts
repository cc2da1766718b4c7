/** What the user has chosen on the Reports screen, and the request that it makes. */
import type { Scope } from '@shared/contract/primitives';
import type { ReportInput } from '@shared/contract/reports';
import { toReportView } from '@shared/contract/shared-search';
import type { SavedView } from '@shared/contract/workspace';
import { REPORT_CATALOGUE, type ReportKind, type ReportSection } from '@shared/domain/report-kind';

export type ReportChoice = {
  kind: ReportKind;
  /** Sections that are left out; a kind begins with all of its own. */
  without: readonly ReportSection[];
  /** A saved view, whose filter the whole report goes by. */
  view: SavedView | null;
  condition: 'both' | 'new' | 'used';
  months: number;
  paper: 'letter' | 'a4';
  ink: 'color' | 'grey';
};

export const FIRST_CHOICE: ReportChoice = {
  kind: 'store-review',
  without: [],
  view: null,
  condition: 'both',
  months: 13,
  paper: 'letter',
  ink: 'color',
};

/** A report has at least one section, so leaving out the last one leaves the choice as it is. */
export function toggleSection(choice: ReportChoice, section: ReportSection): ReportChoice {
  const isOut = choice.without.includes(section);
  const without = isOut ? choice.without.filter((one) => one !== section) : [...choice.without, section];
  return sectionsOf({ ...choice, without }).length === 0 ? choice : { ...choice, without };
}

export function sectionsOf({ kind, without }: ReportChoice): ReportSection[] {
  return REPORT_CATALOGUE[kind].sections.filter((section) => !without.includes(section));
}

export function toRequest(choice: ReportChoice, scope: Scope): ReportInput {
  const { kind, view, condition, months, paper, ink } = choice;
  return {
    ...scope,
    ...{ kind, months, paper, ink },
    sections: sectionsOf(choice),
    ...(view && { view: toReportView(view) }),
    ...(condition !== 'both' && { condition }),
  };
}
