import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Ban, KeyRound, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { meQuery, useWorkspaceId } from '../../api/queries';
import { FailureNote } from '../../ui/form/FailureNote';
import { listTime } from '../../ui/format';
import type { MenuItem } from '../../ui/menu/MenuItem';
import { ConfirmDestructive } from '../../ui/overlays/ConfirmDestructive';
import { SecretOnce } from '../../ui/overlays/SecretOnce';
import { StateTag } from '../../ui/states/StateTag';
import type { Column } from '../../ui/table/Column';
import { DataTable } from '../../ui/table/DataTable';
import { FilterInput } from '../../ui/table/FilterInput';
import { RowMenu } from '../../ui/table/RowMenu';
import { useUrlState } from '../../ui/table/useUrlState';
import { Time } from '../../ui/Time';
import { usersQuery } from './queries';
import type { AdminUser, OneTimeLink } from './types';

/** All accounts: suspend, resume, and a link to a new password. */
export function Users() {
  const { t } = useTranslation('admin');
  const [q, setQ] = useUrlState('q');
  const query = useInfiniteQuery(usersQuery(q));
  const { data: me } = useQuery(meQuery(useWorkspaceId()));
  const cache = useQueryClient();
  const [suspending, setSuspending] = useState<AdminUser>();
  const changed = () => cache.invalidateQueries({ queryKey: ['admin', 'users'] });
  const resume = useMutation({ mutationFn: ({ id }: AdminUser) => api.post(`/api/v1/admin/users/${id}/resume`), onSettled: changed });
  const reset = useMutation({ mutationFn: ({ id }: AdminUser) => api.post<OneTimeLink>(`/api/v1/admin/users/${id}/reset-link`) });

  const menu = (user: AdminUser): MenuItem[] => [
    { key: 'reset', label: t('reset'), icon: <KeyRound size={15} />, onClick: () => reset.mutate(user) },
    user.suspended
      ? { key: 'resume', label: t('resume'), icon: <RotateCcw size={15} />, onClick: () => resume.mutate(user) }
      : { key: 'suspend', label: t('suspend'), icon: <Ban size={15} />, danger: true, onClick: () => setSuspending(user) },
  ];
  const columns: Column<AdminUser>[] = [
    {
      key: 'name', title: t('column.name'),
      render: ({ name, email, installation_admin }) => (
        <>{name || email}{installation_admin && <span className="md-quiet"> · {t('installation_admin')}</span>}<small>{email}</small></>
      ),
    },
    { key: 'state', title: t('column.state'), width: 120, render: (user) => <StateTag state={stateOf(user)} /> },
    { key: 'login', title: t('column.login'), width: 150, render: ({ last_login_at }) => <Time at={last_login_at} relative /> },
    { key: 'workspaces', title: t('workspaces'), width: 110, numeric: true, render: ({ workspace_count }) => workspace_count },
    { key: 'created', title: t('column.created'), width: 140, render: ({ created_at }) => <Time at={created_at} /> },
  ];
  return (
    <>
      {(resume.error ?? reset.error) && <div className="md-section"><FailureNote error={resume.error ?? reset.error} /></div>}
      <DataTable<AdminUser>
        label={t('users')} query={query} columns={columns} rowKey={({ id }) => id} empty={null}
        onClearFilters={q ? () => setQ('') : undefined}
        toolbar={<FilterInput value={q} onChange={setQ} placeholder={t('filter')} />}
        rowMenu={(user) => (user.id === me?.id ? null : <RowMenu items={menu(user)} label={t('acts', { name: user.name || user.email })} />)}
      />
      <ConfirmDestructive
        open={suspending !== undefined} onClose={() => setSuspending(undefined)}
        title={t('suspend.title', { name: suspending?.name || suspending?.email })} consequence={t('suspend.text')} verb={t('suspend')}
        onConfirm={async () => {
          await api.post(`/api/v1/admin/users/${suspending!.id}/suspend`);
          await changed();
        }}
      />
      <SecretOnce
        title={t('reset.title', { name: reset.variables?.name })} onSaved={reset.reset}
        secret={reset.data && new URL(reset.data.url, window.location.origin).href}
      >
        <p className="md-soft">{t('reset.text', { time: listTime(reset.data?.expires_at) })}</p>
      </SecretOnce>
    </>
  );
}

function stateOf({ suspended, locked_until }: AdminUser): string {
  if (suspended) return 'suspended';
  return locked_until && Date.parse(locked_until) > Date.now() ? 'locked' : 'active';
}
