import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useWorkspaceId } from '../../../api/queries';
import { problemText } from '../../../api/problem';
import { Empty } from '../../../ui/faces/Empty';
import { ErrorFace } from '../../../ui/faces/ErrorFace';
import { Loading } from '../../../ui/faces/Loading';
import { duration } from '../../../ui/format';
import { StateTag } from '../../../ui/states/StateTag';
import { Time } from '../../../ui/Time';
import { toast } from '../../../ui/toast/toast';
import { runQuery, runsQuery } from '../api/runs';
import type { ListedRun } from '../api/runTypes';
import { useFlow, useRun } from '../canvas/FlowContext';
import { stateOfKept } from '../run/runState';
import { PanelFrame } from './PanelFrame';

/** Earlier runs; one is shown on the canvas as it went. */
export function HistoryPanel({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('flowRun');
  const { app, runs } = useFlow();
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const shown = useRun((run) => run.id);
  const query = useInfiniteQuery(runsQuery(ws, app.id, { status: '' }));
  const [busy, setBusy] = useState<string>();

  const show = async ({ id, status }: ListedRun) => {
    if (status === 'running' || status === 'paused') return void runs.watch(id);
    setBusy(id);
    try {
      const kept = await cache.fetchQuery({ ...runQuery(ws, app.id, id), staleTime: 60_000 });
      runs.show(stateOfKept(kept), kept.run.node_id ?? undefined);
    } catch (error) {
      toast(problemText(error), { tone: 'error' });
    }
    setBusy(undefined);
  };
  return (
    <PanelFrame
      title={t('history.title')} label={t('history.title')} onClose={onClose}
      actions={<Link className="md-trace-page" to={`/w/${ws}/apps/${app.id}/runs`}>{t('history.all')}</Link>}
    >
      {query.isError && <ErrorFace compact error={query.error} onRetry={() => void query.refetch()} />}
      {query.isLoading && <Loading rows={4} />}
      {query.data?.length === 0 && <Empty compact title={t('runs.empty')} text={t('runs.empty.text')} />}
      <ul className="md-run-list">
        {query.data?.map((run) => (
          <li key={run.id}>
            <button type="button" aria-pressed={run.id === shown} aria-busy={run.id === busy} onClick={() => void show(run)}>
              <StateTag state={run.status} />
              <span className="md-meta">{run.version === null ? t('runs.draft') : `v${run.version}`} · {t(`source.${run.source}`, { defaultValue: run.source })}</span>
              <span className="md-meta md-num">{duration(run.elapsed_time)} · <Time at={run.created_at} /></span>
            </button>
          </li>
        ))}
      </ul>
      {query.hasNextPage && <button type="button" className="md-link" onClick={() => void query.fetchNextPage()}>{t('common:table.more')}</button>}
    </PanelFrame>
  );
}
