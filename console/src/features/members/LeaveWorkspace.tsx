import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from '../../api/client';
import { meQuery, useWorkspaceId, workspacesQuery } from '../../api/queries';
import { ConfirmDestructive } from '../../ui/overlays/ConfirmDestructive';
import { workspacePath } from './queries';

/** Asks before oneself leaves the workspace, and goes to another one. */
export function LeaveWorkspace({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('members');
  const ws = useWorkspaceId();
  const { data: me } = useQuery(meQuery(ws));
  const cache = useQueryClient();
  const navigate = useNavigate();
  return (
    <ConfirmDestructive
      open={open}
      onClose={onClose}
      title={t('leave.title', { name: me?.workspace?.name })}
      consequence={t('leave.text')}
      verb={t('leave.verb')}
      onConfirm={async () => {
        await api.delete(workspacePath(ws, `members/${me!.id}`));
        // Dropped and not only stale: the entrance would choose the workspace that was left.
        cache.removeQueries({ queryKey: workspacesQuery.queryKey });
        cache.removeQueries({ queryKey: ['me'] });
        void navigate('/', { replace: true });
      }}
    />
  );
}
