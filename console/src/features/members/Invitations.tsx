import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { useWorkspaceId } from '../../api/queries';
import { FailureNote } from '../../ui/form/FailureNote';
import type { Column } from '../../ui/table/Column';
import { DataTable } from '../../ui/table/DataTable';
import { Time } from '../../ui/Time';
import { invitationsQuery, useMembersChanged, workspacePath } from './queries';
import type { Invitation } from './types';

/** Invitations that nobody has taken yet. */
export function Invitations() {
  const { t } = useTranslation('members');
  const ws = useWorkspaceId();
  const query = useInfiniteQuery(invitationsQuery(ws));
  const changed = useMembersChanged();
  const revoke = useMutation({
    mutationFn: (id: string) => api.delete(workspacePath(ws, `invitations/${id}`)),
    onSettled: changed,
  });
  if (query.data?.length === 0) return null;

  const columns: Column<Invitation>[] = [
    { key: 'email', title: t('pending.for'), render: ({ email }) => email ?? <span className="md-quiet">{t('pending.anybody')}</span> },
    { key: 'role', title: t('column.role'), width: 180, render: ({ role }) => t(`common:role.${role}`) },
    { key: 'expires', title: t('pending.expires'), width: 150, render: ({ expires_at }) => <Time at={expires_at} /> },
    {
      key: 'revoke', title: '', width: 110, numeric: true,
      render: ({ id, email }) => (
        <Button
          size="small" loading={revoke.isPending && revoke.variables === id}
          aria-label={t('pending.revoke.of', { name: email ?? t('pending.anybody') })} onClick={() => revoke.mutate(id)}
        >
          {t('pending.revoke')}
        </Button>
      ),
    },
  ];
  return (
    <section className="md-pending">
      <h2 className="md-section">{t('pending')}</h2>
      <FailureNote error={revoke.error} />
      <DataTable<Invitation> label={t('pending')} query={query} columns={columns} rowKey={({ id }) => id} empty={null} />
    </section>
  );
}
