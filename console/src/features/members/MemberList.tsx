import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PermissionButton } from '../../ui/access/PermissionButton';
import { Empty } from '../../ui/faces/Empty';
import { FailureNote } from '../../ui/form/FailureNote';
import { listTime } from '../../ui/format';
import { SecretOnce } from '../../ui/overlays/SecretOnce';
import { matchScore } from '../../ui/search/matchScore';
import { StateTag } from '../../ui/states/StateTag';
import type { Column } from '../../ui/table/Column';
import { DataTable, type TableQuery } from '../../ui/table/DataTable';
import { FilterInput } from '../../ui/table/FilterInput';
import { useUrlState } from '../../ui/table/useUrlState';
import { Time } from '../../ui/Time';
import { MemberMenu } from './MemberMenu';
import { useMyself } from './queries';
import { RemoveMember } from './RemoveMember';
import { RoleCell } from './RoleCell';
import type { Member } from './types';
import { useResetLink } from './useResetLink';
import './members.css';

interface MemberListProps {
  query: TableQuery<Member>;
  onInvite: () => void;
}

/** The people of the workspace with their roles. The filter looks at those that have been read. */
export function MemberList({ query, onInvite }: MemberListProps) {
  const { t } = useTranslation('members');
  const me = useMyself();
  const [q, setQ] = useUrlState('q');
  const [removing, setRemoving] = useState<Member>();
  const reset = useResetLink();

  const columns: Column<Member>[] = [
    {
      key: 'name', title: t('column.name'),
      render: ({ name, email, suspended, user_id }) => (
        <>
          <strong className="md-member-name">{name || email}</strong>
          {user_id === me.id && <span className="md-quiet"> {t('you')}</span>}
          {suspended && <span className="md-member-state"><StateTag state="suspended" /></span>}
          <small>{email}</small>
        </>
      ),
    },
    { key: 'role', title: t('column.role'), width: 180, render: (member) => <RoleCell member={member} /> },
    { key: 'seen', title: t('column.seen'), width: 150, render: ({ last_seen_at }) => <Time at={last_seen_at} relative /> },
    { key: 'joined', title: t('column.joined'), width: 140, render: ({ joined_at }) => <Time at={joined_at} /> },
  ];
  return (
    <>
      {reset.isError && <div className="md-section"><FailureNote error={reset.error} /></div>}
      <DataTable<Member>
        label={t('title')} columns={columns}
        query={{ ...query, data: query.data?.filter(({ name, email }) => matchScore(q, name) > 0 || matchScore(q, email) > 0) }}
        toolbar={<FilterInput value={q} onChange={setQ} placeholder={t('filter')} />}
        onClearFilters={q ? () => setQ('') : undefined}
        rowKey={({ user_id }) => user_id}
        rowMenu={(member) => <MemberMenu member={member} onRemove={setRemoving} onReset={(one) => reset.mutate(one)} />}
        empty={null}
      />
      {query.data?.length === 1 && (
        <Empty
          compact title={t('alone.title')} text={t('alone.text')}
          action={<PermissionButton permission="members.invite" onClick={onInvite}>{t('invite')}</PermissionButton>}
        />
      )}
      <RemoveMember member={removing} onClose={() => setRemoving(undefined)} />
      <SecretOnce title={t('reset.title', { name: reset.variables?.name })} secret={reset.link} onSaved={reset.reset}>
        <p className="md-secret-note md-soft">{t('reset.text', { time: listTime(reset.data?.expires_at) })}</p>
      </SecretOnce>
    </>
  );
}
