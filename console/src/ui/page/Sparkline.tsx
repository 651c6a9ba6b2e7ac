interface SparklineProps {
  values: readonly number[];
  label: string;
  width?: number;
  height?: number;
}

/** A line without axes; the figure beside it says the value, the label says it to screen readers. */
export function Sparkline({ values, label, width = 84, height = 22 }: SparklineProps) {
  if (values.length < 2) return null;
  const top = Math.max(...values, 1e-9);
  const points = values.map((value, at) => [
    (at / (values.length - 1)) * width,
    height - 1 - (value / top) * (height - 3),
  ].map((number) => number.toFixed(1)).join(','));
  return (
    <svg width={width} height={height} role="img" aria-label={label}>
      <polygon points={`0,${height} ${points.join(' ')} ${width},${height}`} fill="var(--md-accentTint)" />
      <polyline points={points.join(' ')} fill="none" stroke="var(--md-accent)" strokeWidth="1.5" strokeLinejoin="round" />
    </svg>
  );
}
