import { useMutation } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { problemText } from '../../api/problem';
import { useCan, useWorkspaceId } from '../../api/queries';
import { useMembersChanged, useMyself, workspacePath } from './queries';
import { reaches } from './rank';
import type { Member } from './types';
import { useRoleOptions } from './useRoleOptions';

/** A member's role, to be changed in place. The choice stands at once and goes back with a sentence when it is refused. */
export function RoleCell({ member }: { member: Member }) {
  const { t } = useTranslation('members');
  const ws = useWorkspaceId();
  const me = useMyself();
  const mayUpdate = useCan('members.update');
  const options = useRoleOptions();
  const changed = useMembersChanged();
  const change = useMutation({
    mutationFn: (role: string) => api.patch(workspacePath(ws, `members/${member.user_id}`), { role }),
    onSuccess: changed,
  });

  if (!mayUpdate || !reaches(me.role, member.role)) return <>{t(`common:role.${member.role}`)}</>;
  return (
    <>
      <Select
        size="small" variant="borderless" className="md-role-select" popupMatchSelectWidth={false}
        aria-label={t('role.of', { name: member.name || member.email })}
        value={change.isPending ? change.variables : member.role}
        options={options}
        onChange={(role) => change.mutate(role)}
      />
      {change.isError && <small role="alert" className="md-member-refused">{problemText(change.error)}</small>}
    </>
  );
}
