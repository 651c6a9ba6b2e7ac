import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { StateTag } from '../../ui/states/StateTag';
import type { Column } from '../../ui/table/Column';
import { DataTable } from '../../ui/table/DataTable';
import { Time } from '../../ui/Time';
import { allWorkspacesQuery } from './queries';
import type { AdminWorkspace } from './types';

/** All workspaces with their owners; deleted ones stay until they are erased. */
export function Workspaces() {
  const { t } = useTranslation('admin');
  const query = useInfiniteQuery(allWorkspacesQuery);
  const columns: Column<AdminWorkspace>[] = [
    { key: 'name', title: t('column.workspace'), render: ({ name }) => name },
    { key: 'owner', title: t('column.owner'), width: 240, render: ({ owner }) => owner ?? '–' },
    { key: 'created', title: t('column.created'), width: 140, render: ({ created_at }) => <Time at={created_at} /> },
    { key: 'members', title: t('column.members'), width: 100, numeric: true, render: ({ member_count }) => member_count },
    {
      key: 'state', title: t('column.state'), width: 140,
      render: ({ deleted_at }) => (deleted_at ? <StateTag state="stopped">{t('deleted')}</StateTag> : <StateTag state="active" />),
    },
  ];
  return <DataTable<AdminWorkspace> label={t('workspaces')} query={query} columns={columns} rowKey={({ id }) => id} empty={null} />;
}
