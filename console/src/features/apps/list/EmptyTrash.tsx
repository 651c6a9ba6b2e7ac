import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { useWorkspaceId } from '../../../api/queries';
import { ConfirmDestructive } from '../../../ui/overlays/ConfirmDestructive';
import { appsKey } from '../queries';

/** The question before everything in the trash goes for good. */
export function EmptyTrash({ count, onClose }: { count: number; onClose: () => void }) {
  const { t } = useTranslation('appList');
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  return (
    <ConfirmDestructive
      open onClose={onClose} title={t('trash.empty.title', { count })} consequence={t('apps:trash.delete.text')} verb={t('trash.empty')}
      onConfirm={async () => {
        await api.post('/api/v1/apps/trash/empty');
        await cache.invalidateQueries({ queryKey: appsKey(ws) });
      }}
    />
  );
}
