import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../api/live';
import { useWorkspaceId } from '../../api/queries';
import { Empty } from '../../ui/faces/Empty';
import { FailureNote } from '../../ui/form/FailureNote';
import { clock, duration } from '../../ui/format';
import { Page } from '../../ui/page/Page';
import { PageHeader } from '../../ui/page/PageHeader';
import { StateTag } from '../../ui/states/StateTag';
import type { Column } from '../../ui/table/Column';
import { DataTable } from '../../ui/table/DataTable';
import { useUrlState } from '../../ui/table/useUrlState';
import { Time } from '../../ui/Time';
import { JobActs } from './JobActs';
import { JobPeek } from './JobPeek';
import { JobProgress } from './JobProgress';
import { jobsQuery } from './queries';
import type { Job } from './types';
import { useJobActs } from './useJobActs';

const states = ['', 'waiting', 'running', 'failed', 'succeeded', 'cancelled'] as const;

/** What the platform does in the background, as it happens. */
export function JobsPage() {
  const { t } = useTranslation('jobs');
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const [state, setState] = useUrlState('state');
  const [peeked, setPeeked] = useUrlState('peek');
  const query = useInfiniteQuery(jobsQuery(ws, state));
  const acts = useJobActs();
  useLive('jobs', () => void cache.invalidateQueries({ queryKey: ['jobs', ws] }));
  const shown = query.data?.find(({ id }) => id === peeked);

  const columns: Column<Job>[] = [
    {
      key: 'title', title: t('column.title'),
      render: ({ title, kind, error }) => <>{title}<small>{error ?? t(`kind.${kind}`, { defaultValue: kind })}</small></>,
    },
    { key: 'state', title: t('column.state'), width: 120, render: (job) => <StateTag state={job.state} /> },
    { key: 'progress', title: t('column.progress'), width: 200, render: (job) => <JobProgress job={job} /> },
    {
      key: 'attempt', title: t('column.attempts'), width: 80, numeric: true,
      render: ({ attempt, max_attempts }) => `${attempt}/${max_attempts}`,
    },
    { key: 'took', title: t('column.took'), width: 110, numeric: true, render: (job) => duration(tookSeconds(job)) },
    { key: 'created', title: t('column.created'), width: 130, render: ({ created_at }) => <Time at={created_at} relative /> },
  ];
  return (
    <Page
      head={<PageHeader title={t('title')} refreshing={query.isRefetching} />}
      side={shown && <JobPeek job={shown} acts={acts} onClose={() => setPeeked('')} />}
    >
      {acts.isError && <div className="md-section"><FailureNote error={acts.error} /></div>}
      <DataTable<Job>
        label={t('title')} query={query} columns={columns} rowKey={({ id }) => id}
        onPeek={({ id }) => setPeeked(id)} current={peeked || undefined}
        toolbar={(
          <Segmented
            aria-label={t('column.state')} value={state} onChange={setState}
            options={states.map((value) => ({ value, label: value ? t(`common:state.${value}`) : t('all') }))}
          />
        )}
        onClearFilters={state && state !== 'failed' ? () => setState('') : undefined}
        rowMenu={(job) => <JobActs job={job} acts={acts} />}
        empty={state === 'failed'
          ? (
            <Empty
              title={t('none_failed.title')} text={t('none_failed.text', { time: clock(query.dataUpdatedAt) })}
              action={<button type="button" className="md-link" onClick={() => setState('')}>{t('none_failed.all')}</button>}
            />
          )
          : <Empty title={t('empty.title')} text={t('empty.text')} />}
      />
    </Page>
  );
}

function tookSeconds({ started_at, finished_at }: Job): number | undefined {
  return started_at && finished_at ? (Date.parse(finished_at) - Date.parse(started_at)) / 1000 : undefined;
}
