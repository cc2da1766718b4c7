/** The part of the store that a report is limited to: its lists, and with a saved view its figures too. */
import type { DataFilter } from '@shared/contract/data-filter';
import type { ReportRequest } from '@shared/contract/reports';
import type { ResolvedScope } from '../stores/resolve-scope';

export type ReportSegment = DataFilter;
type Limits = Pick<Partial<ReportRequest>, 'condition' | 'make' | 'model' | 'view'>;

/** What the lists hold: the view's filter, narrowed further by what the request says itself. */
export function segmentOf({ condition, make, model, view }: Limits): ReportSegment {
  return {
    ...view?.filter,
    ...(condition !== undefined && { condition }),
    ...(make !== undefined && { make }),
    ...(model !== undefined && { model }),
  };
}

/** Without a view the figures stay those of the whole store, whatever the lists are limited to. */
export function scopeOfView(scope: ResolvedScope, view: Limits['view']): ResolvedScope {
  return view ? { ...scope, filter: view.filter } : scope;
}

/** `lists: used Ford F-150 only`, `view “Trucks”: Silverado 1500, 60 days and more`; null when nothing is left out. */
export function describeSegment(limits: Limits): string | null {
  const { condition, make, model, trim, minAgeDays, maxAgeDays } = segmentOf(limits);
  const build = [condition, make, model, trim].filter((word) => word !== undefined).join(' ');
  if (!limits.view) return build === '' ? null : `lists: ${build} only`;
  const ages = describeAges(minAgeDays, maxAgeDays);
  const words = [build, ages].filter((part) => part !== '').join(', ');
  return `view “${limits.view.name}”: ${words || 'the whole store'}`;
}

function describeAges(least: number | undefined, most: number | undefined): string {
  if (least !== undefined && most !== undefined) return `${least} to ${most} days in stock`;
  if (least !== undefined) return `${least} days in stock and more`;
  return most === undefined ? '' : `up to ${most} days in stock`;
}
