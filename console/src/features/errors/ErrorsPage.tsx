import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useWorkspaceId } from '../../api/queries';
import { Empty } from '../../ui/faces/Empty';
import { ErrorFace } from '../../ui/faces/ErrorFace';
import { Loading } from '../../ui/faces/Loading';
import { NoMatch } from '../../ui/faces/NoMatch';
import { clock } from '../../ui/format';
import { Page } from '../../ui/page/Page';
import { PageHeader } from '../../ui/page/PageHeader';
import { FilterInput } from '../../ui/table/FilterInput';
import { useUrlState } from '../../ui/table/useUrlState';
import { ErrorDays } from './ErrorDays';
import { ErrorPeek } from './ErrorPeek';
import { errorsQuery } from './queries';
import './errors.css';

const traceId = /^[0-9a-f]{32}$/i;

/** What broke, day by day. */
export function ErrorsPage() {
  const { t } = useTranslation('failures');
  const [q, setQ] = useUrlState('trace');
  const [peeked, setPeeked] = useUrlState('peek');
  // A whole trace id is looked up in all rows; other words are searched in what is loaded.
  const isTrace = traceId.test(q);
  const query = useInfiniteQuery(errorsQuery(useWorkspaceId(), isTrace ? q : ''));
  const wanted = isTrace ? '' : q.toLowerCase();
  const rows = query.data?.filter((row) =>
    [row.message, row.operation, row.exception_type, row.trace_id].some((text) => text?.toLowerCase().includes(wanted)));
  const shown = rows?.find(({ id }) => id === peeked);

  return (
    <Page
      head={<PageHeader title={t('title')} refreshing={query.isRefetching} />}
      side={shown && <ErrorPeek key={shown.id} entry={shown} onClose={() => setPeeked('')} />}
    >
      <div className="md-toolbar md-error-tools"><FilterInput value={q} onChange={setQ} placeholder={t('filter')} /></div>
      {rows === undefined && (query.error
        ? <ErrorFace error={query.error} onRetry={() => void query.refetch()} />
        : <Loading />)}
      {rows?.length === 0 && (q
        ? <NoMatch onClear={() => setQ('')} />
        : <Empty title={t('empty.title')} text={t('empty.text', { time: clock(query.dataUpdatedAt) })} />)}
      {rows && rows.length > 0 && <ErrorDays rows={rows} current={peeked} onPeek={setPeeked} />}
      {query.hasNextPage && (
        <div className="md-section">
          <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t('common:table.more')}</Button>
        </div>
      )}
    </Page>
  );
}
