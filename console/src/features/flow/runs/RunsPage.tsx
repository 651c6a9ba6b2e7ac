import { useInfiniteQuery } from '@tanstack/react-query';
import { Play } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { useWorkspaceId } from '../../../api/queries';
import { Empty } from '../../../ui/faces/Empty';
import { count, duration } from '../../../ui/format';
import { StateTag } from '../../../ui/states/StateTag';
import { Choice } from '../../../ui/table/Choice';
import { FilterInput } from '../../../ui/table/FilterInput';
import type { Column } from '../../../ui/table/Column';
import { DataTable } from '../../../ui/table/DataTable';
import { useUrlState } from '../../../ui/table/useUrlState';
import { Time } from '../../../ui/Time';
import { AppFrame } from '../../apps/frame/AppFrame';
import { runsQuery } from '../api/runs';
import type { ListedRun, RunStatus } from '../api/runTypes';
import '../panels/panels.css';
import './runs.css';

const statuses: readonly RunStatus[] = ['running', 'succeeded', 'partial-succeeded', 'failed', 'stopped', 'paused'];

/** All runs of an app, newest first. */
export function RunsPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation(['flowRun', 'apps']);
  const ws = useWorkspaceId();
  const navigate = useNavigate();
  const [status, setStatus] = useUrlState('status');
  const [words, setWords] = useUrlState('q');
  const query = useInfiniteQuery({
    ...runsQuery(ws, id, { status, words }),
    // While something is going on: what becomes of it.
    refetchInterval: ({ state: { data } }) => (data?.pages[0]?.data.some((run) => run.status === 'running') ? 3000 : false),
  });

  const columns: Column<ListedRun>[] = [
    {
      key: 'status', title: t('column.status'), width: 150,
      render: (run) => <Link to={`/w/${ws}/apps/${id}/runs/${run.id}`}><StateTag state={run.status} /></Link>,
    },
    { key: 'created_at', title: t('column.at'), width: 110, render: (run) => <Time at={run.created_at} /> },
    { key: 'inputs', title: t('column.inputs'), render: (run) => <span className="md-ellipsis" title={brief(run.inputs)}>{brief(run.inputs) || '–'}</span> },
    { key: 'result', title: t('column.result'), render: (run) => <span className={run.error ? 'md-flow-run-error' : undefined}>{run.error ?? (brief(run.outputs) || '–')}</span> },
    { key: 'version', title: t('column.version'), width: 90, render: ({ version }) => (version === null ? t('runs.draft') : `v${version}`) },
    { key: 'source', title: t('column.source'), width: 110, render: ({ source }) => t(`source.${source}`, { defaultValue: source }) },
    { key: 'elapsed', title: t('column.elapsed'), width: 90, numeric: true, render: (run) => duration(run.elapsed_time) },
    { key: 'tokens', title: 'Tokens', width: 90, numeric: true, render: (run) => count(run.total_tokens) },
    { key: 'steps', title: t('column.steps'), width: 70, numeric: true, render: (run) => count(run.total_steps) },
  ];
  return (
    <AppFrame
      tab="runs" permission="apps.read" refreshing={query.isRefetching}
      actions={[{ key: 'run', label: t('run.title'), icon: Play, run: () => void navigate(`/w/${ws}/apps/${id}/flow`) }]}
    >
      {() => (
        <DataTable<ListedRun>
          label={t('runs')} query={query} columns={columns} rowKey={(run) => run.id}
          onOpen={(run) => void navigate(`/w/${ws}/apps/${id}/runs/${run.id}`)}
          onClearFilters={status || words ? () => void navigate('.', { replace: true }) : undefined}
          toolbar={(
            <>
              <FilterInput value={words} onChange={setWords} placeholder={t('runs.filter')} />
              <Choice
                label={t('column.status')} all={t('runs.all')} value={status} onChange={setStatus}
                options={statuses.map((one) => ({ value: one, label: t(`common:state.${one}`) }))}
              />
            </>
          )}
          empty={<Empty title={t('runs.empty')} text={t('runs.empty.text')} action={<Link to={`/w/${ws}/apps/${id}/flow`}>{t('runs.open')}</Link>} />}
        />
      )}
    </AppFrame>
  );
}

function brief(values: Record<string, unknown> | null): string {
  return Object.entries(values ?? {}).map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`).join(' · ').slice(0, 160);
}
