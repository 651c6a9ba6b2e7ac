import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useWorkspaceId } from '../../../api/queries';
import { ErrorFace } from '../../../ui/faces/ErrorFace';
import { count, listTime, percent } from '../../../ui/format';
import { Strip } from '../../../ui/page/Strip';
import { useUrlState } from '../../../ui/table/useUrlState';
import { ComparisonView } from './ComparisonView';
import { ResultsTable } from './ResultsTable';
import { grade } from './grade';
import { resultsQuery, runQuery } from './queries';
import type { Evaluation } from './types';

/** One run case by case, alone or beside another one. */
export function RunView({ app, run: id, runs }: { app: string; run: string; runs: readonly Evaluation[] }) {
  const { t } = useTranslation('appEvaluation');
  const ws = useWorkspaceId();
  const [shown, setShown] = useUrlState('show', 'all');
  const [other, setOther] = useUrlState('with');
  const read = useQuery({ ...runQuery(ws, app, id), enabled: !runs.some((one) => one.id === id) });
  const run = runs.find((one) => one.id === id) ?? read.data;
  const results = useInfiniteQuery(resultsQuery(ws, app, id, shown === 'all' ? '' : shown === 'passed' ? 'true' : 'false'));
  const nameOf = ({ version, created_at }: Evaluation) => `${version === null ? t('draft') : `v${version}`} · ${listTime(created_at)}`;
  if (!run) return read.isError ? <ErrorFace compact error={read.error} onRetry={() => void read.refetch()} /> : null;
  const { figures } = run;
  return (
    <div className="md-run">
      <div className="md-run-head">
        <h3>{nameOf(run)}</h3>
        {!other && (
          <Segmented<string>
            size="small" aria-label={t('show')} value={shown} onChange={setShown}
            options={['all', 'failed', 'passed'].map((value) => ({ value, label: t(`show.${value}`) }))}
          />
        )}
        <Select
          className="md-run-other" size="small" allowClear aria-label={t('compare')} placeholder={t('compare')} value={other || undefined}
          onChange={(next?: string) => setOther(next ?? '')} popupMatchSelectWidth={false}
          options={runs.filter((one) => one.id !== id).map((one) => ({ value: one.id, label: nameOf(one) }))}
        />
      </div>
      {run.error && <p role="alert" className="md-run-error">{run.error}</p>}
      <Strip
        figures={[
          { label: t('column.passed'), value: percent(figures.pass_rate), unit: `${count(figures.passed)}/${count(figures.judged)}` },
          { label: t('failed'), value: count(figures.failed), tone: figures.failed > 0 ? 'err' : undefined },
          { label: t('judge.similarity'), value: percent(figures.similarity) },
          { label: t('judge.model'), value: grade(figures.model_score) },
        ]}
      />
      {other ? <ComparisonView app={app} run={id} other={other} nameOf={nameOf} /> : <ResultsTable app={app} query={results} onClear={shown === 'all' ? undefined : () => setShown('')} />}
    </div>
  );
}
