import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Plug, Plus } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useCan, useWorkspaceId } from '../../api/queries';
import { useActs } from '../../ui/acts/acts';
import { Empty } from '../../ui/faces/Empty';
import { count } from '../../ui/format';
import { Page } from '../../ui/page/Page';
import { PageHeader } from '../../ui/page/PageHeader';
import type { Column } from '../../ui/table/Column';
import { DataTable } from '../../ui/table/DataTable';
import { useUrlState } from '../../ui/table/useUrlState';
import { Time } from '../../ui/Time';
import { BuiltinTools } from './BuiltinTools';
import { providersQuery } from './queries';
import type { ToolProvider } from './types';

const ImportDrawer = lazy(async () => ({ default: (await import('./ImportDrawer')).ImportDrawer }));
const ProviderPeek = lazy(async () => ({ default: (await import('./ProviderPeek')).ProviderPeek }));
const MailDrawer = lazy(async () => ({ default: (await import('./MailDrawer')).MailDrawer }));

/** What apps can be given to act with: tools of the workspace's own providers, and those that come with the platform. */
export function ToolsPage() {
  const { t } = useTranslation('tools');
  const query = useInfiniteQuery(providersQuery(useWorkspaceId()));
  const [drawer, setDrawer] = useUrlState('open');
  const [peeked, setPeeked] = useUrlState('peek');
  const mayChange = useCan('apps.update');
  const add = () => setDrawer('new');
  const [, setSearch] = useSearchParams();
  // Both at once: of two changes of the address in one moment the second knows nothing of the first.
  const close = (saved?: string) => setSearch((before) => {
    const next = new URLSearchParams(before);
    next.delete('open');
    if (saved) next.set('peek', saved);
    return next;
  }, { replace: true });
  useActs(mayChange ? [{ id: 'tools.new', label: t('add'), icon: Plus, keys: 'c', run: add }] : []);

  return (
    <Page
      head={(
        <PageHeader
          title={t('title')}
          refreshing={query.isRefetching}
          actions={[{ key: 'add', label: t('add'), run: add, icon: Plus, primary: true, permission: 'apps.update' }]}
        />
      )}
      side={peeked && (
        <Suspense><ProviderPeek key={peeked} id={peeked} onClose={() => setPeeked('')} onEdit={() => setDrawer('edit')} /></Suspense>
      )}
    >
      <DataTable
        label={t('own')}
        query={query}
        columns={useColumns()}
        rowKey={({ id }) => id}
        onPeek={({ id }) => setPeeked(id)}
        current={peeked || undefined}
        empty={(
          <Empty
            icon={Plug} title={t('none.title')} text={t('none.text')}
            action={mayChange && <Button type="primary" icon={<Plus size={14} />} onClick={add}>{t('add')}</Button>}
          />
        )}
      />
      <BuiltinTools onMail={() => setDrawer('mail')} />
      {(drawer === 'new' || (drawer === 'edit' && peeked)) && (
        <Suspense><ImportDrawer key={drawer} id={drawer === 'edit' ? peeked : undefined} onClose={close} /></Suspense>
      )}
      {drawer === 'mail' && <Suspense><MailDrawer onClose={() => close()} /></Suspense>}
    </Page>
  );
}

function useColumns(): readonly Column<ToolProvider>[] {
  const { t } = useTranslation('tools');
  return [
    { key: 'name', title: t('column.name'), render: ({ name, icon }) => <strong>{icon} {name}</strong> },
    { key: 'kind', title: t('column.kind'), width: 110, render: ({ kind }) => t(`kind.${kind}`) },
    { key: 'tools', title: t('column.tools'), width: 90, numeric: true, render: ({ tool_count }) => count(tool_count) },
    { key: 'server', title: t('column.server'), render: ({ server_url, command }) => <span className="md-mono md-quiet">{server_url ?? command ?? '–'}</span> },
    { key: 'updated', title: t('column.updated'), width: 130, numeric: true, render: ({ updated_at }) => <Time at={updated_at} relative /> },
  ];
}
