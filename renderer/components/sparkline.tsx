/** A line too small for axes. Decorative: the numbers stand beside it or in the table behind the row. */
export function Sparkline({
  values,
  width = 84,
  height = 24,
}: {
  values: number[];
  width?: number;
  height?: number;
}) {
  if (values.length < 2) return <svg width={width} height={height} aria-hidden />;
  const top = Math.max(...values);
  const bottom = Math.min(0, ...values);
  const span = top - bottom || 1;
  const x = (index: number) => 1 + (index / (values.length - 1)) * (width - 2);
  const y = (value: number) => height - 2 - ((value - bottom) / span) * (height - 4);
  const line = values.map((value, index) => `${x(index).toFixed(1)},${y(value).toFixed(1)}`).join(' ');
  return (
    <svg width={width} height={height} aria-hidden style={{ flex: 'none', display: 'block' }}>
      <polygon
        points={`1,${height - 2} ${line} ${width - 1},${height - 2}`}
        fill="var(--doso-accent)"
        opacity={0.12}
      />
      <polyline points={line} fill="none" stroke="var(--doso-accent)" strokeWidth={1.5} />
    </svg>
  );
}
