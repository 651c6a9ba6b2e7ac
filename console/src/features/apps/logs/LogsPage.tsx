import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { MessagesSquare } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useLive } from '../../../api/live';
import { useCan, useWorkspaceId } from '../../../api/queries';
import { appQuery } from '../../../ui/chat/queries';
import { Empty } from '../../../ui/faces/Empty';
import { DataTable } from '../../../ui/table/DataTable';
import { useUrlState } from '../../../ui/table/useUrlState';
import { AppFrame } from '../frame/AppFrame';
import { ExportMenu } from './ExportMenu';
import { LogFilters } from './LogFilters';
import { logsKey, logsQuery } from './queries';
import { useLogColumns } from './useLogColumns';
import { useLogFilter } from './useLogFilter';
import './Logs.css';

const LogPeek = lazy(async () => ({ default: (await import('./LogPeek')).LogPeek }));

/** What everybody said to an app and what it answered. */
export function LogsPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('appLogs');
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const { filter, change, isSet, clear } = useLogFilter();
  const may = useCan('apps.logs');
  const { data: app } = useQuery(appQuery(ws, id));
  const query = useInfiniteQuery({ ...logsQuery(ws, id, filter), enabled: may });
  const [peeked, setPeeked] = useUrlState('peek');
  const columns = useLogColumns(peeked !== '');
  // The list is read again; what stands open stays as it is until its own query is.
  useLive(may ? `app:${id}` : undefined, ({ type }) => {
    if (type === 'log.changed') void cache.invalidateQueries({ queryKey: logsKey(ws, id) });
  });

  return (
    <AppFrame
      tab="logs" permission="apps.logs" refreshing={query.isRefetching && !query.isFetchingNextPage}
      middle={app && <span className="md-log-export"><ExportMenu app={id} name={`${app.name} logs`} filter={filter} /></span>}
      side={peeked && (
        <Suspense fallback={null}>
          <LogPeek
            key={peeked} app={id} id={peeked} row={query.data?.find((row) => row.id === peeked)} onClose={() => setPeeked('')}
            onUser={(user) => change({ user })}
          />
        </Suspense>
      )}
    >
      {() => (
        <DataTable
          label={t('title')} query={query} columns={columns} rowKey={(row) => row.id}
          onPeek={(row) => setPeeked(row.id)} current={peeked || undefined}
          onClearFilters={isSet ? clear : undefined}
          toolbar={<LogFilters app={id} filter={filter} onChange={change} />}
          empty={(
            <Empty
              icon={MessagesSquare} title={t('empty.title')} text={t('empty.text')}
              action={app?.version != null && <Link to={`/w/${ws}/chat/new/${id}`}>{t('empty.act')}</Link>}
            />
          )}
        />
      )}
    </AppFrame>
  );
}
