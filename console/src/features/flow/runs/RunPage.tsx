import { useQuery, useQueryClient } from '@tanstack/react-query';
import { RotateCcw, Square, Workflow } from 'lucide-react';
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { problemText } from '../../../api/problem';
import { useWorkspaceId } from '../../../api/queries';
import { Result } from '../../../ui/faces/Result';
import { exactTime, listTime } from '../../../ui/format';
import { StateTag } from '../../../ui/states/StateTag';
import { toast } from '../../../ui/toast/toast';
import { AppFrame } from '../../apps/frame/AppFrame';
import { restartRun, runQuery, runsKey, stopRun } from '../api/runs';
import type { KeptRun } from '../api/runTypes';
import { JsonTree } from '../run/JsonTree';
import { RunForms } from '../run/RunForms';
import { RunResult } from '../run/RunResult';
import { RunStore } from '../run/RunStore';
import { isLive, stateOfKept } from '../run/runState';
import { Trace } from '../run/Trace';
import '../panels/panels.css';
import './runs.css';

/** One run with all its steps; one that is going on is watched. */
export function RunPage() {
  const { id = '', run: runId = '' } = useParams();
  const { t } = useTranslation(['flowRun', 'flow', 'flowNodes', 'apps']);
  const ws = useWorkspaceId();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const query = useQuery(runQuery(ws, id, runId));
  const live = query.data !== undefined && (query.data.run.status === 'running' || query.data.run.status === 'paused');

  const refresh = () => cache.invalidateQueries({ queryKey: runsKey(ws, id) });
  const fail = (error: unknown) => toast(problemText(error), { tone: 'error' });
  const restart = async () => {
    const made = await restartRun(id, runId);
    await refresh();
    toast(t('restarted'), { action: { label: t('trace.page'), run: () => void navigate(`/w/${ws}/apps/${id}/runs/${made}`) } });
  };
  return (
    <AppFrame
      tab="runs" permission="apps.read"
      actions={[
        { key: 'canvas', label: t('run.on_canvas'), icon: Workflow, run: () => void navigate(`/w/${ws}/apps/${id}/flow`) },
        live
          ? { key: 'stop', label: t('stop'), icon: Square, run: () => void stopRun(id, runId).then(refresh, fail) }
          : { key: 'restart', label: t('restart'), icon: RotateCcw, permission: 'apps.use', run: () => void restart().catch(fail) },
      ]}
      middle={query.data && <StateTag state={query.data.run.status} />}
    >
      {() => <Result query={query}>{(kept) => <Watched key={`${kept.run.id}${live}`} kept={kept} app={id} onEnd={() => void refresh()} />}</Result>}
    </AppFrame>
  );
}

function Watched({ kept: detail, app, onEnd }: { kept: KeptRun; app: string; onEnd: () => void }) {
  const { t } = useTranslation('flowRun');
  const ws = useWorkspaceId();
  const { run: kept } = detail;
  const [runs] = useState(() => {
    const store = new RunStore(app);
    store.show(stateOfKept(detail));
    return store;
  });
  const run = useSyncExternalStore(runs.subscribe, runs.state);
  const [now, setNow] = useState(() => Date.now());
  const running = isLive(run);
  const ended = useEffectEvent(onEnd);
  // The page makes this part anew when the run ends.
  const goesOn = kept.status === 'running' || kept.status === 'paused';
  useEffect(() => {
    if (!goesOn) return;
    runs.setOnEnd(() => ended());
    void runs.watch(kept.id);
    return runs.close;
  }, [runs, kept.id, goesOn]);
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, [running]);
  return (
    <div className="md-run-page">
      <p className="md-meta">
        <Link to={`/w/${ws}/apps/${app}/runs`}>{t('runs')}</Link> · <span className="md-mono">{kept.id}</span> · {kept.version === null ? t('runs.draft') : `v${kept.version}`}
        {' · '}{t(`source.${kept.source}`, { defaultValue: kept.source })} · <time title={exactTime(kept.created_at)}>{listTime(kept.created_at)}</time>
      </p>
      <RunForms forms={run.forms} runs={runs} />
      <RunResult run={run} />
      {run.inputs && Object.keys(run.inputs).length > 0 && <section><h2>{t('column.inputs')}</h2><JsonTree value={run.inputs} label={t('column.inputs')} /></section>}
      <section className="md-run-trace"><h2>{t('trace')}</h2><Trace run={run} now={now} events={runs.events()} /></section>
    </div>
  );
}
