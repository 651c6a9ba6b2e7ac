import { useInfiniteQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan, useWorkspaceId } from '../../api/queries';
import { useActs } from '../../ui/acts/acts';
import { Empty } from '../../ui/faces/Empty';
import { Page } from '../../ui/page/Page';
import { PageHeader } from '../../ui/page/PageHeader';
import { DataTable } from '../../ui/table/DataTable';
import { useUrlState } from '../../ui/table/useUrlState';
import { DefaultModelsForm } from './DefaultModelsForm';
import { providersQuery } from './queries';
import type { Provider } from './types';
import { useProviderColumns } from './useProviderColumns';

const ProviderDrawer = lazy(async () => ({ default: (await import('./ProviderDrawer')).ProviderDrawer }));
const ProviderPeek = lazy(async () => ({ default: (await import('./ProviderPeek')).ProviderPeek }));

/** Where models come from, and which are used when nobody chooses. */
export function ProvidersPage() {
  const { t } = useTranslation('providers');
  const query = useInfiniteQuery(providersQuery(useWorkspaceId()));
  const [adding, setAdding] = useUrlState('new');
  const [peeked, setPeeked] = useUrlState('peek');
  const [editing, setEditing] = useState<Provider>();
  const mayManage = useCan('models.manage');
  const add = () => setAdding('1');
  useActs(mayManage ? [{ id: 'providers.new', label: t('add'), icon: Plus, keys: 'c', run: add }] : []);

  const shown = query.data?.find(({ id }) => id === peeked);
  const isAlone = query.data?.every(({ builtin }) => builtin) ?? false;
  return (
    <Page
      head={(
        <PageHeader
          title={t('title')}
          refreshing={query.isRefetching}
          actions={[{ key: 'add', label: t('add'), run: add, icon: Plus, primary: true, permission: 'models.manage' }]}
        />
      )}
      side={shown && (
        <Suspense>
          <ProviderPeek provider={shown} onClose={() => setPeeked('')} onEdit={() => setEditing(shown)} />
        </Suspense>
      )}
    >
      <DataTable
        label={t('title')}
        query={query}
        columns={useProviderColumns()}
        rowKey={({ id }) => id}
        onPeek={({ id }) => setPeeked(id)}
        current={peeked || undefined}
        empty={<Empty title={t('none.title')} text={t('none.text')} />}
      />
      {isAlone && <p className="md-section md-soft">{t('none.text')}</p>}
      <DefaultModelsForm />
      {(adding !== '' || editing !== undefined) && (
        <Suspense>
          <ProviderDrawer
            open
            provider={editing}
            onClose={() => {
              setEditing(undefined);
              setAdding('');
            }}
          />
        </Suspense>
      )}
    </Page>
  );
}
