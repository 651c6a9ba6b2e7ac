import { Segmented } from 'antd';
import { DoorOpen, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useCan, useWorkspaceId } from '../../api/queries';
import { useActs } from '../../ui/acts/acts';
import { Page } from '../../ui/page/Page';
import { PageHeader } from '../../ui/page/PageHeader';
import { useUrlState } from '../../ui/table/useUrlState';
import { Invitations } from './Invitations';
import { InviteDrawer } from './InviteDrawer';
import { LeaveWorkspace } from './LeaveWorkspace';
import { MemberList } from './MemberList';
import { membersQuery, useMyself } from './queries';
import { RolesTab } from './roles/RolesTab';

/** Who belongs to the workspace and what each role may do. */
export function MembersPage() {
  const { t } = useTranslation('members');
  const [tab, setTab] = useUrlState('tab', 'members');
  const [inviting, setInviting] = useUrlState('invite');
  const [isLeaving, setLeaving] = useState(false);
  const mayInvite = useCan('members.invite');
  const members = useInfiniteQuery(membersQuery(useWorkspaceId()));
  const me = useMyself();
  const invite = () => setInviting('1');
  useActs(mayInvite ? [{ id: 'members.invite', label: t('invite'), icon: UserPlus, keys: 'c', run: invite }] : []);

  // Only the whole list can say that there is no second owner.
  const isLastOwner = me.role === 'owner' && members.data !== undefined && !members.hasNextPage
    && members.data.filter(({ role }) => role === 'owner').length === 1;

  return (
    <Page
      head={(
        <PageHeader
          title={t('title')}
          refreshing={members.isRefetching}
          actions={[
            {
              key: 'leave', label: t('leave'), icon: DoorOpen, secondary: true, danger: true, run: () => setLeaving(true),
              disabledReason: isLastOwner ? t('leave.last_owner') : undefined,
            },
            { key: 'invite', label: t('invite'), icon: UserPlus, primary: true, permission: 'members.invite', run: invite },
          ]}
        >
          <Segmented
            aria-label={t('tabs')} value={tab} onChange={setTab}
            options={[{ value: 'members', label: t('tab.members') }, { value: 'roles', label: t('tab.roles') }]}
          />
        </PageHeader>
      )}
    >
      {tab === 'roles' ? <RolesTab /> : (
        <>
          <MemberList query={members} onInvite={invite} />
          {isLastOwner && <p className="md-section md-meta">{t('leave.last_owner')}</p>}
          {mayInvite && <Invitations />}
        </>
      )}
      <InviteDrawer open={inviting !== ''} onClose={() => setInviting('')} />
      <LeaveWorkspace open={isLeaving} onClose={() => setLeaving(false)} />
    </Page>
  );
}
