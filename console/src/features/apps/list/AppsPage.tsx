import { useInfiniteQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { AppWindow, Plus } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useWorkspaceId } from '../../../api/queries';
import { PermissionButton } from '../../../ui/access/PermissionButton';
import { useActs } from '../../../ui/acts/acts';
import type { App } from '../../../ui/chat/queries';
import { Empty } from '../../../ui/faces/Empty';
import { Page } from '../../../ui/page/Page';
import { PageHeader } from '../../../ui/page/PageHeader';
import type { Column } from '../../../ui/table/Column';
import { DataTable } from '../../../ui/table/DataTable';
import { FilterInput } from '../../../ui/table/FilterInput';
import { useUrlState } from '../../../ui/table/useUrlState';
import { Time } from '../../../ui/Time';
import { appsQuery } from '../queries';
import { AppMenu } from './AppMenu';
import { AppState } from './AppState';
import { TrashMenu } from './TrashMenu';
import './AppsPage.css';

// Forms are loaded when one is opened: the list has to be quick.
const CreateAppDrawer = lazy(async () => ({ default: (await import('./CreateAppDrawer')).CreateAppDrawer }));

/** Find and start apps. */
export function AppsPage() {
  const { t } = useTranslation('apps');
  const ws = useWorkspaceId();
  const navigate = useNavigate();
  const [q, setQ] = useUrlState('q');
  const [mode, setMode] = useUrlState('kind');
  const [creating, setCreating] = useUrlState('new');
  const isTrash = mode === 'trash';
  const query = useInfiniteQuery(appsQuery(ws, isTrash ? { q, trash: true } : { q, mode }));
  const create = () => setCreating('1');

  useActs([{ id: 'apps.new', label: t('new'), keys: 'c', icon: Plus, group: 'act', run: create }]);

  const columns: Column<App>[] = [
    {
      key: 'name', title: t('column.name'),
      render: ({ id, name, icon }) => {
        const words = <><span className="md-app-icon" aria-hidden>{icon || <AppWindow size={15} />}</span>{name}</>;
        return isTrash ? words : <Link to={`/w/${ws}/apps/${id}`}>{words}</Link>;
      },
    },
    { key: 'kind', title: t('column.kind'), width: 120, render: (app) => t(`kind.${app.mode}`, { defaultValue: app.mode }) },
    { key: 'state', title: t('column.state'), width: 220, render: (app) => <AppState app={app} /> },
    { key: 'updated_at', title: t('column.updated'), width: 140, render: (app) => <Time at={app.updated_at} relative /> },
  ];
  return (
    <Page
      head={(
        <PageHeader
          title={t('title')} refreshing={query.isRefetching}
          actions={[{ key: 'new', label: t('new'), icon: Plus, primary: true, permission: 'apps.create', run: create }]}
        />
      )}
    >
      <DataTable<App>
        label={t('title')}
        query={query}
        columns={columns}
        rowKey={({ id }) => id}
        onOpen={isTrash ? undefined : ({ id }) => void navigate(`/w/${ws}/apps/${id}`)}
        onClearFilters={q || mode ? () => void navigate('.', { replace: true }) : undefined}
        toolbar={(
          <>
            <FilterInput value={q} onChange={setQ} placeholder={t('filter')} />
            <Segmented
              size="medium" value={mode} onChange={setMode}
              options={['', 'chat', 'agent-chat', 'trash'].map((value) => ({
                value, label: value === 'trash' ? t('trash') : t(`kind.${value || 'all'}`),
              }))}
            />
          </>
        )}
        rowMenu={(app) => (isTrash ? <TrashMenu app={app} /> : <AppMenu app={app} />)}
        empty={(
          <Empty
            icon={AppWindow} title={t('empty.title')} text={t('empty.text')}
            action={<PermissionButton type="primary" permission="apps.create" onClick={create}>{t('new')}</PermissionButton>}
          />
        )}
      />
      {creating && <Suspense fallback={null}><CreateAppDrawer open onClose={() => setCreating('')} /></Suspense>}
    </Page>
  );
}
