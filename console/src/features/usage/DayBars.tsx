import { useTranslation } from 'react-i18next';
import { bigCount, count } from '../../ui/format';
import type { UsageSum } from './types';

const height = 120;
const step = 34;

/** Tokens per day, input below output. The table below says the same in numbers. */
export function DayBars({ rows }: { rows: readonly UsageSum[] }) {
  const { t } = useTranslation('usage');
  const top = Math.max(...rows.map(({ input_tokens, output_tokens }) => input_tokens + output_tokens), 1);
  const scaled = (tokens: number) => (tokens / top) * height;
  return (
    <figure className="md-day-bars">
      <figcaption>
        <span data-series="input">{t('input')}</span><span data-series="output">{t('output')}</span>
        <span className="md-meta">{t('most', { value: bigCount(top) })}</span>
      </figcaption>
      <svg width={rows.length * step} height={height + 20} role="img" aria-label={t('per_day')}>
        {rows.map(({ key, input_tokens, output_tokens }, at) => (
          <g key={key} transform={`translate(${at * step} 0)`}>
            <title>{`${key} · ${t('input')} ${count(input_tokens)} · ${t('output')} ${count(output_tokens)}`}</title>
            <rect x={7} width={20} y={height - scaled(input_tokens)} height={scaled(input_tokens)} className="md-bar-input" />
            <rect
              x={7} width={20} y={Math.max(0, height - scaled(input_tokens + output_tokens) - 1)} height={scaled(output_tokens)}
              className="md-bar-output"
            />
            <text x={17} y={height + 15} textAnchor="middle">{key.slice(5)}</text>
          </g>
        ))}
      </svg>
    </figure>
  );
}
