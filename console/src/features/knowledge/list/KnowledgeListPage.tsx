import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { BookText, FileDown, Plug, Plus, Tags } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useIsPainted } from '../../../api/firstPaint';
import { useCan, useWorkspaceId } from '../../../api/queries';
import { useActs } from '../../../ui/acts/acts';
import { Empty } from '../../../ui/faces/Empty';
import { Page } from '../../../ui/page/Page';
import { PageHeader } from '../../../ui/page/PageHeader';
import { DataTable } from '../../../ui/table/DataTable';
import { FilterInput } from '../../../ui/table/FilterInput';
import { useUrlState } from '../../../ui/table/useUrlState';
import { basesQuery } from '../queries';
import { weekQuery } from './queries';
import { TagFilter } from './TagFilter';
import { useBaseColumns } from './useBaseColumns';
import './KnowledgeList.css';

// Their fields are half of what this page would load, and most visits do not need them.
const CreateBaseDrawer = lazy(async () => ({ default: (await import('./CreateBaseDrawer')).CreateBaseDrawer }));
const ImportDrawer = lazy(async () => ({ default: (await import('./ImportDrawer')).ImportDrawer }));
const TagsDialog = lazy(async () => ({ default: (await import('./TagsDialog')).TagsDialog }));
const ExternalApisDialog = lazy(async () => ({ default: (await import('../settings/ExternalApisDialog')).ExternalApisDialog }));

/** The knowledge bases of a workspace. */
export function KnowledgeListPage() {
  const { t } = useTranslation(['knowledge', 'bases']);
  const ws = useWorkspaceId();
  const navigate = useNavigate();
  const [q, setQ] = useUrlState('q');
  const [tag, setTag] = useUrlState('tag');
  const [opened, open] = useOpened();
  const query = useInfiniteQuery(basesQuery(ws, { q, tag }));
  const isPainted = useIsPainted();
  const ids = query.data?.map(({ id }) => id) ?? [];
  const week = useQuery({ ...weekQuery(ws, ids), enabled: isPainted && ids.length > 0 });
  const mayCreate = useCan('knowledge.create');
  const columns = useBaseColumns(week.data);
  const create = () => open('new');
  const dialog = { open: true, onClose: () => open('') };
  useActs(mayCreate ? [
    { id: 'knowledge.new', label: t('list.new'), icon: Plus, keys: 'c', run: create },
    { id: 'knowledge.import', label: t('bases:import'), icon: FileDown, run: () => open('import') },
  ] : []);

  return (
    <Page
      head={(
        <PageHeader
          title={t('list.title')}
          refreshing={query.isRefetching}
          actions={[
            { key: 'external', label: t('bases:external.title'), run: () => open('external'), icon: Plug, secondary: true },
            { key: 'tags', label: t('bases:tags.manage'), run: () => open('tags'), icon: Tags, secondary: true },
            { key: 'import', label: t('bases:import'), run: () => open('import'), icon: FileDown, permission: 'knowledge.create' },
            { key: 'new', label: t('list.new'), run: create, icon: Plus, primary: true, permission: 'knowledge.create' },
          ]}
        />
      )}
    >
      <DataTable
        label={t('list.title')}
        query={query}
        columns={columns}
        rowKey={({ id }) => id}
        onOpen={({ id }) => void navigate(`/w/${ws}/knowledge/${id}`)}
        onClearFilters={q || tag ? () => void navigate({ search: '' }, { replace: true }) : undefined}
        toolbar={(
          <>
            <FilterInput value={q} onChange={setQ} placeholder={t('filter.name')} />
            <TagFilter value={tag} onChange={setTag} />
          </>
        )}
        empty={(
          <Empty
            icon={BookText}
            title={t('list.empty.title')}
            text={t('list.empty.text')}
            action={mayCreate && <Button type="primary" onClick={create}>{t('list.new')}</Button>}
          />
        )}
      />
      <Suspense>
        {opened === 'new' && <CreateBaseDrawer {...dialog} />}
        {opened === 'import' && <ImportDrawer {...dialog} />}
        {opened === 'tags' && <TagsDialog {...dialog} />}
        {opened === 'external' && <ExternalApisDialog {...dialog} />}
      </Suspense>
    </Page>
  );
}

/** Which of the dialogs stands open, by the address: `?new=1` is what other pages link to. */
function useOpened(): [string, (dialog: string) => void] {
  const [isNew, setNew] = useUrlState('new');
  const [dialog, setDialog] = useUrlState('dialog');
  const set = (next: string) => {
    if (next === 'new' || isNew !== '') setNew(next === 'new' ? '1' : '');
    else setDialog(next);
  };
  return [isNew !== '' ? 'new' : dialog, set];
}
