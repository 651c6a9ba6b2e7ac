import { useInfiniteQuery } from '@tanstack/react-query';
import { AppWindow, FileUp, LayoutTemplate, Plus, Tags, Trash2 } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCan, useWorkspaceId } from '../../../api/queries';
import { PermissionButton } from '../../../ui/access/PermissionButton';
import { useActs } from '../../../ui/acts/acts';
import { Empty } from '../../../ui/faces/Empty';
import { Page } from '../../../ui/page/Page';
import { PageHeader } from '../../../ui/page/PageHeader';
import { DataTable } from '../../../ui/table/DataTable';
import { useUrlState } from '../../../ui/table/useUrlState';
import { buildPath } from '../kinds';
import { appsQuery, type ListedApp } from '../queries';
import { AppGrid } from './AppGrid';
import { AppMenu } from './AppMenu';
import { BulkActs } from './BulkActs';
import { ListTools } from './ListTools';
import { TrashMenu } from './TrashMenu';
import { useAppColumns } from './useAppColumns';
import { useListFilter } from './useListFilter';
import './AppsPage.css';

// Forms are loaded when one is opened: the list has to be quick.
const CreateAppDrawer = lazy(async () => ({ default: (await import('./CreateAppDrawer')).CreateAppDrawer }));
const ImportDrawer = lazy(async () => ({ default: (await import('./ImportDrawer')).ImportDrawer }));
const TagsDialog = lazy(async () => ({ default: (await import('./TagsDialog')).TagsDialog }));
const EmptyTrash = lazy(async () => ({ default: (await import('./EmptyTrash')).EmptyTrash }));

/** Find and start apps. */
export function AppsPage() {
  const { t } = useTranslation(['apps', 'appList', 'appEditor']);
  const ws = useWorkspaceId();
  const navigate = useNavigate();
  const filter = useListFilter();
  const [creating, setCreating] = useUrlState('new');
  const [dialog, setDialog] = useUrlState('dialog');
  const mayCreate = useCan('apps.create');
  const isTrash = filter.scope === 'trash';
  const query = useInfiniteQuery(appsQuery(ws, filter.asked));
  const columns = useAppColumns(isTrash);
  const create = () => setCreating('1');
  const close = () => setDialog('');

  useActs([
    { id: 'apps.new', label: t('new'), keys: 'c', icon: Plus, group: 'act', run: create },
    ...(mayCreate ? [{ id: 'apps.import', label: t('appList:import'), icon: FileUp, group: 'act' as const, run: () => setDialog('import') }] : []),
  ]);

  const shared = {
    query,
    toolbar: <ListTools filter={filter} />,
    onClearFilters: filter.isSet ? () => void navigate('.', { replace: true }) : undefined,
    empty: (
      <Empty
        icon={AppWindow} title={t('empty.title')} text={t('empty.text')}
        action={<PermissionButton type="primary" permission="apps.create" onClick={create}>{t('new')}</PermissionButton>}
      />
    ),
  };
  return (
    <Page
      head={(
        <PageHeader
          title={t('title')} refreshing={query.isRefetching}
          actions={[
            { key: 'tags', label: t('appList:tags.manage'), icon: Tags, secondary: true, run: () => setDialog('tags') },
            ...(isTrash && query.data?.length
              ? [{ key: 'empty', label: t('appList:trash.empty'), icon: Trash2, permission: 'apps.delete', run: () => setDialog('empty') }]
              : []),
            { key: 'templates', label: t('appList:templates'), icon: LayoutTemplate, run: () => void navigate(`/w/${ws}/templates`) },
            { key: 'import', label: t('appList:import'), icon: FileUp, permission: 'apps.create', run: () => setDialog('import') },
            { key: 'new', label: t('new'), icon: Plus, primary: true, permission: 'apps.create', run: create },
          ]}
        />
      )}
    >
      {filter.view === 'grid' && !isTrash ? <AppGrid {...shared} /> : (
        <DataTable<ListedApp>
          {...shared}
          label={t('title')}
          columns={columns}
          rowKey={({ id }) => id}
          onOpen={isTrash ? undefined : (app) => void navigate(`/w/${ws}/${buildPath(app)}`)}
          selection={isTrash ? undefined : (apps, clear) => <BulkActs apps={apps} clear={clear} />}
          rowMenu={(app) => (isTrash ? <TrashMenu app={app} /> : <AppMenu app={app} />)}
        />
      )}
      <Suspense fallback={null}>
        {creating && <CreateAppDrawer open onClose={() => setCreating('')} />}
        {dialog === 'import' && <ImportDrawer onClose={close} />}
        {dialog === 'tags' && <TagsDialog onClose={close} />}
        {dialog === 'empty' && <EmptyTrash count={query.data?.length ?? 0} onClose={close} />}
      </Suspense>
    </Page>
  );
}
