import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useWorkspaceId } from '../../../api/queries';
import { Empty } from '../../../ui/faces/Empty';
import { ErrorFace } from '../../../ui/faces/ErrorFace';
import { Loading } from '../../../ui/faces/Loading';
import { duration } from '../../../ui/format';
import { SidePanel } from '../../../ui/overlays/SidePanel';
import { StateTag } from '../../../ui/states/StateTag';
import { Time } from '../../../ui/Time';
import { Counts } from './Counts';
import { runsQuery } from './queries';
import { failureText } from './sourceText';
import type { Source, SourceRun } from './types';
import './sources.css';

/** The runs of a source, newest first, with what each could not bring. */
export function RunsDrawer({ source, open, onClose }: { source: Source; open: boolean; onClose: () => void }) {
  const { t } = useTranslation('sources');
  return (
    <SidePanel title={t('runs.title', { name: source.name })} open={open} onClose={onClose} width={720}>
      <Runs source={source} />
    </SidePanel>
  );
}

function Runs({ source }: { source: Source }) {
  const { t } = useTranslation('sources');
  const ws = useWorkspaceId();
  const query = useInfiniteQuery(runsQuery(ws, source.knowledge_base_id, source.id));
  if (query.data === undefined) return query.error ? <ErrorFace error={query.error} onRetry={() => void query.refetch()} /> : <Loading />;
  if (query.data.length === 0) return <Empty compact title={t('runs.empty.title')} text={t('runs.empty.text')} />;
  return (
    <>
      <ul className="md-source-runs">{query.data.map((run) => <Run key={run.id} run={run} />)}</ul>
      {query.hasNextPage && <Button size="small" onClick={() => void query.fetchNextPage()}>{t('common:table.more')}</Button>}
    </>
  );
}

function Run({ run }: { run: SourceRun }) {
  const { t } = useTranslation('sources');
  const { state, trigger, counts, failures, error, error_code, started_at, finished_at } = run;
  const seconds = finished_at === null ? undefined : (Date.parse(finished_at) - Date.parse(started_at)) / 1000;
  return (
    <li>
      <p>
        <StateTag state={state} as={state === 'needs_confirmation' ? 'degraded' : undefined}>{t(`run.${state}`)}</StateTag>
        <Time at={started_at} />
        {seconds !== undefined && <span className="md-quiet md-num">{duration(seconds)}</span>}
        <span className="md-quiet">{t(`trigger.${trigger}`)}</span>
      </p>
      <Counts counts={counts} />
      {error && <p className="md-source-error" title={error}>{failureText(error_code, error)} <code>{error_code}</code></p>}
      {failures.length > 0 && (
        <details open={failures.length <= 5}>
          <summary>{t('run.failures', { count: failures.length })}</summary>
          <ul>
            {failures.map((one) => (
              <li key={one.key} title={one.error}>
                <span className="md-mono">{one.key}</span> {failureText(one.code, one.error)} <code>{one.code}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}
