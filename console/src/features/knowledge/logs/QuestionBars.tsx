import { useTranslation } from 'react-i18next';
import { count } from '../../../ui/format';
import { everyDay } from './everyDay';
import type { BaseInsights } from '../types';

const height = 72;

interface QuestionBarsProps {
  days: number;
  perDay: BaseInsights['per_day'];
}

/** Questions per day; the part that found nothing stands below in another colour. The table says the same to screen readers. */
export function QuestionBars({ days, perDay }: QuestionBarsProps) {
  const { t } = useTranslation('hitTesting');
  const rows = everyDay(days, perDay, new Date());
  const top = Math.max(1, ...rows.map(({ queries }) => queries));
  const scaled = (value: number) => (value / top) * height;
  const width = 1000 / rows.length;
  return (
    <figure className="md-question-bars">
      <figcaption className="md-meta">
        <span data-series="answered">{t('bars.answered')}</span><span data-series="unanswered">{t('bars.unanswered')}</span>
        <span>{t('bars.most', { value: count(top) })}</span>
      </figcaption>
      <svg viewBox={`0 0 1000 ${height}`} preserveAspectRatio="none" aria-hidden>
        {rows.map(({ day, queries, unanswered }, at) => (
          <g key={day}>
            <title>{t('bars.day', { day, queries: count(queries), unanswered: count(unanswered) })}</title>
            <rect x={at * width} width={width} y={0} height={height} fill="transparent" />
            <rect x={at * width + width * 0.15} width={width * 0.7} y={height - scaled(queries)} height={scaled(queries - unanswered)} className="md-bar-answered" />
            <rect x={at * width + width * 0.15} width={width * 0.7} y={height - scaled(unanswered)} height={scaled(unanswered)} className="md-bar-unanswered" />
          </g>
        ))}
      </svg>
      <p className="md-meta md-num"><span>{rows[0]?.day.slice(5)}</span><span>{rows.at(-1)?.day.slice(5)}</span></p>
      <table className="md-hidden">
        <caption>{t('bars.title')}</caption>
        <thead><tr><th scope="col">{t('column.day')}</th><th scope="col">{t('figure.queries')}</th><th scope="col">{t('bars.unanswered')}</th></tr></thead>
        <tbody>
          {rows.filter(({ queries }) => queries > 0).map(({ day, queries, unanswered }) => (
            <tr key={day}><th scope="row">{day}</th><td>{count(queries)}</td><td>{count(unanswered)}</td></tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
