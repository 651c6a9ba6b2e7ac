import { useTranslation } from 'react-i18next';
import type { Measure } from './measures';
import type { InsightReport } from './types';

const height = 96;

/** One measure by day. The table on the page says the same in numbers. */
export function DayChart({ measure, days }: { measure: Measure; days: InsightReport['days'] }) {
  const { t } = useTranslation('appInsight');
  const { parts, beside, text } = measure;
  const sizes = days.map(({ figures }) => parts.map((part) => part.of(figures)));
  const top = Math.max(...sizes.map((values) => (beside ? Math.max(...values) : values.reduce((all, one) => all + one, 0))), 1e-9);
  const empty = sizes.every((values) => values.every((value) => value === 0));
  const step = 1000 / days.length;
  const scaled = (value: number) => (value / top) * height;
  return (
    <figure className="md-insight-chart">
      <figcaption>
        <strong>{t(`chart.${measure.key}`)}</strong>
        {parts.map((part) => <span key={part.key} data-tone={part.tone}>{t(`part.${part.key}`)}</span>)}
        <span className="md-meta">{empty ? t('nothing') : t('most', { value: text(top) })}</span>
      </figcaption>
      <svg viewBox={`0 0 1000 ${height}`} preserveAspectRatio="none" aria-hidden>
        {days.map(({ day }, at) => (
          <g key={day}>
            <title>{`${day} · ${parts.map((part, of) => `${t(`part.${part.key}`)} ${text(sizes[at]![of]!)}`).join(' · ')}`}</title>
            <rect x={at * step} width={step} y={0} height={height} fill="transparent" />
            {parts.map((part, of) => {
              const size = scaled(sizes[at]![of]!);
              const below = beside ? 0 : scaled(sizes[at]!.slice(0, of).reduce((all, one) => all + one, 0));
              const width = beside ? (step * 0.7) / parts.length : step * 0.7;
              return (
                <rect
                  key={part.key} data-tone={part.tone} x={at * step + step * 0.15 + (beside ? of * width : 0)} width={width}
                  y={height - below - size} height={size}
                />
              );
            })}
          </g>
        ))}
      </svg>
      <p className="md-meta md-num"><span>{days[0]?.day.slice(5)}</span><span>{days.at(-1)?.day.slice(5)}</span></p>
    </figure>
  );
}
