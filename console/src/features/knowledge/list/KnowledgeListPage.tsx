import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { BookText, Plus } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCan, useWorkspaceId } from '../../../api/queries';
import { useActs } from '../../../ui/acts/acts';
import { Empty } from '../../../ui/faces/Empty';
import { Page } from '../../../ui/page/Page';
import { PageHeader } from '../../../ui/page/PageHeader';
import { DataTable } from '../../../ui/table/DataTable';
import { FilterInput } from '../../../ui/table/FilterInput';
import { useUrlState } from '../../../ui/table/useUrlState';
import { basesQuery } from '../queries';
import { useBaseColumns } from './useBaseColumns';

// Its fields are half of what this page would load, and most visits do not need them.
const CreateBaseDrawer = lazy(async () => ({ default: (await import('./CreateBaseDrawer')).CreateBaseDrawer }));

/** The knowledge bases of a workspace. */
export function KnowledgeListPage() {
  const { t } = useTranslation('knowledge');
  const ws = useWorkspaceId();
  const navigate = useNavigate();
  const [q, setQ] = useUrlState('q');
  const [creating, setCreating] = useUrlState('new');
  const query = useInfiniteQuery(basesQuery(ws, q));
  const mayCreate = useCan('knowledge.create');
  const create = () => setCreating('1');
  useActs(mayCreate ? [{ id: 'knowledge.new', label: t('list.new'), icon: Plus, keys: 'c', run: create }] : []);

  return (
    <Page
      head={(
        <PageHeader
          title={t('list.title')}
          refreshing={query.isRefetching}
          actions={[{ key: 'new', label: t('list.new'), run: create, icon: Plus, primary: true, permission: 'knowledge.create' }]}
        />
      )}
    >
      <DataTable
        label={t('list.title')}
        query={query}
        columns={useBaseColumns()}
        rowKey={({ id }) => id}
        onOpen={({ id }) => void navigate(`/w/${ws}/knowledge/${id}`)}
        onClearFilters={q ? () => setQ('') : undefined}
        toolbar={<FilterInput value={q} onChange={setQ} placeholder={t('filter.name')} />}
        empty={(
          <Empty
            icon={BookText}
            title={t('list.empty.title')}
            text={t('list.empty.text')}
            action={mayCreate && <Button type="primary" onClick={create}>{t('list.new')}</Button>}
          />
        )}
      />
      {creating !== '' && <Suspense><CreateBaseDrawer open onClose={() => setCreating('')} /></Suspense>}
    </Page>
  );
}
