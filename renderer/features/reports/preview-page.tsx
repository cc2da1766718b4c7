/**
 * The print page inside the window. Its styles are those of paper, so it stands in a shadow root where they reach
 * nothing else and nothing else reaches them; the page's font is the document's.
 */
import '@fontsource/inter/400.css';
import '@fontsource/inter/600.css';
import '@fontsource/inter/700.css';
import type { ReportModel } from '@shared/contract/reports';
import { useCallback, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import { Drawings } from '../../report/drawings';
import paperStyles from '../../report/report.css?inline';
import { ReportDocument } from '../../report/report-document';

export function PreviewPage({ model }: { model: ReportModel }) {
  const [root, setRoot] = useState<ShadowRoot | null>(null);
  const attach = useCallback((host: HTMLDivElement | null) => {
    if (host) setRoot(host.shadowRoot ?? host.attachShadow({ mode: 'open' }));
  }, []);
  const drawings = useMemo(() => new Drawings(model.request.ink), [model]);
  return (
    <div ref={attach} data-testid="report-preview">
      {root &&
        createPortal(
          <>
            <style>{paperStyles}</style>
            <ReportDocument model={model} drawings={drawings} />
          </>,
          root,
        )}
    </div>
  );
}
