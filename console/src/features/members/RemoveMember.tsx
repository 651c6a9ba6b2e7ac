import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { useWorkspaceId } from '../../api/queries';
import { ConfirmDestructive } from '../../ui/overlays/ConfirmDestructive';
import { useMembersChanged, workspacePath } from './queries';
import type { Member } from './types';

/** Asks before a member is removed. */
export function RemoveMember({ member, onClose }: { member: Member | undefined; onClose: () => void }) {
  const { t } = useTranslation('members');
  const ws = useWorkspaceId();
  const changed = useMembersChanged();
  return (
    <ConfirmDestructive
      open={member !== undefined}
      onClose={onClose}
      title={t('remove.title', { name: member?.name || member?.email })}
      consequence={t('remove.text')}
      verb={t('remove.verb')}
      onConfirm={async () => {
        await api.delete(workspacePath(ws, `members/${member!.user_id}`));
        await changed();
      }}
    />
  );
}
