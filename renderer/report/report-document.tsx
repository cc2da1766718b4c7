import type { ReportModel } from '@shared/contract/reports';
import type { ReportSection } from '@shared/domain/report-kind';
import { type ReactNode, useMemo } from 'react';
import { formatDay } from '../lib/format';
import { texts } from '../texts/texts';
import { AccuracySection } from './accuracy-section';
import { AgeingSection } from './ageing-section';
import { Brand } from './brand';
import { type Drawings, DrawingsContext } from './drawings';
import { ForecastSection } from './forecast-section';
import { GapsSection } from './gaps-section';
import { ImportsSection } from './imports-section';
import { LearningSection } from './learning-section';
import { MarketSection } from './market-section';
import { ModelsSection } from './models-section';
import { OrderPlanSection } from './order-plan-section';
import { ReplaySection } from './replay-section';
import { SalesSection } from './sales-section';
import { SourcesSection } from './sources-section';
import { StoreReview } from './store-review';

const words = texts.report.review;

type Props = { model: ReportModel; drawings: Drawings };

const SECTIONS: Record<ReportSection, (model: ReportModel) => ReactNode> = {
  review: (model) => <StoreReview model={model} />,
  ageing: (model) => <AgeingSection model={model} />,
  models: (model) => <ModelsSection model={model} />,
  sales: (model) => <SalesSection model={model} />,
  forecast: (model) => <ForecastSection model={model} />,
  accuracy: (model) => <AccuracySection model={model} />,
  gaps: (model) => <GapsSection gaps={model.gaps} />,
  plan: (model) => <OrderPlanSection model={model} />,
  market: (model) => <MarketSection model={model} />,
  learning: (model) => <LearningSection model={model} />,
  replay: (model) => <ReplaySection model={model} />,
  imports: (model) => <ImportsSection model={model} />,
  // Hundreds of lines that nobody reads on paper: the workbook has them.
  stock: () => null,
  sources: (model) => <SourcesSection model={model} />,
};

/** The sections of the report in order: a first page to read in a minute, then what stands behind it. */
export function ReportDocument({ model, drawings }: Props) {
  const { sections, paper, ink } = model.request;
  const content = useMemo(
    () => sections.map((section) => <SectionOf key={section} section={section} model={model} />),
    [sections, model],
  );
  return (
    <DrawingsContext value={drawings}>
      <style>{`@page { size: ${paper}; }`}</style>
      <div className={ink === 'grey' ? 'grey' : undefined}>
        {!sections.includes('review') && <Masthead model={model} />}
        {content}
      </div>
    </DrawingsContext>
  );
}

function SectionOf({ section, model }: { section: ReportSection; model: ReportModel }) {
  return SECTIONS[section](model);
}

/** Of a report that does not begin with the store's review: which store, as of when, and what the lists hold. */
function Masthead({ model: { title, segment, logo, overview } }: { model: ReportModel }) {
  return (
    <header className="masthead">
      <div>
        <h1>{title}</h1>
        <p>
          {words.asOf(formatDay(overview.dataDate), segment)}
          {overview.isSample && <strong className="sample">{words.sample}</strong>}
        </p>
      </div>
      <Brand logo={logo} />
    </header>
  );
}
