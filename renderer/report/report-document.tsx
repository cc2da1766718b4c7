import type { ReportModel } from '@shared/contract/reports';
import { AgeingSection } from './ageing-section';
import { type Drawings, DrawingsContext } from './drawings';
import { ForecastSection } from './forecast-section';
import { GapsSection } from './gaps-section';
import { ModelsSection } from './models-section';
import { OrderPlanSection } from './order-plan-section';
import { SourcesSection } from './sources-section';
import { StoreReview } from './store-review';

export type Paper = 'letter' | 'a4';

type Props = { model: ReportModel; paper: Paper; drawings: Drawings };

/** The whole report: one page to read in a minute, then what stands behind it. */
export function ReportDocument({ model, paper, drawings }: Props) {
  return (
    <DrawingsContext value={drawings}>
      <style>{`@page { size: ${paper}; }`}</style>
      <StoreReview model={model} />
      <AgeingSection model={model} />
      <ModelsSection model={model} />
      <ForecastSection model={model} />
      <GapsSection gaps={model.gaps} />
      <OrderPlanSection model={model} />
      <SourcesSection model={model} />
    </DrawingsContext>
  );
}
