import { useTranslation } from 'react-i18next';
import { duration, percent } from '../../../ui/format';
import { StateTag } from '../../../ui/states/StateTag';
import type { Column } from '../../../ui/table/Column';
import { Time } from '../../../ui/Time';
import type { EvaluationSummary } from './types';

/** The columns of runs: who ran, how well it found, and whether that is better than before. */
export function useEvaluationColumns(): readonly Column<EvaluationSummary>[] {
  const { t } = useTranslation(['hitTesting', 'knowledge']);
  const share = (key: string, of: (one: NonNullable<EvaluationSummary['metrics']>) => number): Column<EvaluationSummary> => ({
    key, title: t(`metric.${key}`), width: 72, numeric: true, render: ({ metrics }) => (metrics ? percent(of(metrics)) : '–'),
  });
  const mean = (key: 'mrr' | 'ndcg'): Column<EvaluationSummary> => ({
    key, title: t(`metric.${key}`), width: 70, numeric: true, render: ({ metrics }) => (metrics ? metrics[key].toFixed(3) : '–'),
  });
  return [
    {
      key: 'label', title: t('column.label'),
      render: ({ label, own_settings: isOwn, reason, settings }) => (
        <>
          {isOwn ? t('own') : label}
          <small>{reason === 'settings_changed' ? t('reason.settings_changed') : isOwn ? `${t(`knowledge:method.${settings.method!}`)} · ${settings.top_k}` : t('reason.asked')}</small>
        </>
      ),
    },
    {
      key: 'state', title: t('column.state'), width: 116,
      render: ({ state, error }) => <span title={error ?? undefined}><StateTag state={state} /></span>,
    },
    { key: 'change', title: t('column.change'), width: 120, render: (one) => <Change evaluation={one} /> },
    { key: 'at', title: t('column.at'), width: 110, numeric: true, render: ({ created_at: at }) => <Time at={at} /> },
    { key: 'cases', title: t('column.cases'), width: 60, numeric: true, render: ({ case_count: cases }) => cases },
    share('hit_at1', ({ hit_at1 }) => hit_at1), share('hit_at3', ({ hit_at3 }) => hit_at3),
    share('hit_at5', ({ hit_at5 }) => hit_at5), share('hit_at10', ({ hit_at10 }) => hit_at10),
    mean('mrr'), mean('ndcg'),
    {
      key: 'p95', title: t('metric.p95'), width: 76, numeric: true,
      render: ({ metrics }) => (metrics ? duration(metrics.p95_milliseconds / 1000) : '–'),
    },
  ];
}

function Change({ evaluation: { comparison } }: { evaluation: EvaluationSummary }) {
  const { t } = useTranslation('hitTesting');
  if (!comparison) return <span className="md-quiet">–</span>;
  const { mrr_change: change, worse, better } = comparison;
  const signed = `${change > 0 ? '+' : ''}${change.toFixed(3)}`;
  return (
    <span className="md-num md-change" data-down={change < 0 || undefined} data-up={change > 0 || undefined} title={t('change.hint', { worse: worse.length, better: better.length })}>
      {change === 0 ? '±0' : signed} <span className="md-quiet">↑{better.length} ↓{worse.length}</span>
    </span>
  );
}
