import { type ReactNode, useRef } from 'react';
import { ChartFrame, type ChartFrameProps } from './chart-frame';
import { saveElementAsPicture } from './save-element-as-picture';

/** A chart that is drawn by the page itself (a map, a field of cells), with all that a chart has. */
export function DrawnChart({ children, ...frame }: ChartFrameProps & { children: ReactNode }) {
  const drawing = useRef<HTMLDivElement>(null);
  const save = async () => {
    if (drawing.current) await saveElementAsPicture(drawing.current, `doso-${frame.name}`);
  };
  return (
    <ChartFrame {...frame} onSavePicture={save}>
      <div ref={drawing} style={{ height: '100%' }}>
        {children}
      </div>
    </ChartFrame>
  );
}
