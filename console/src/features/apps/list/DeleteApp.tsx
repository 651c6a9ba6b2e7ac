import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { useWorkspaceId } from '../../../api/queries';
import type { App } from '../../../ui/chat/queries';
import { ConfirmDestructive } from '../../../ui/overlays/ConfirmDestructive';
import { toast } from '../../../ui/toast/toast';
import { appsKey } from '../queries';
import { useRestoreApp } from './useRestoreApp';

interface DeleteAppProps {
  app: App;
  onClose: () => void;
  onDeleted?: () => void;
}

/** The question before an app goes, with what goes along. */
export function DeleteApp({ app, onClose, onDeleted }: DeleteAppProps) {
  const { t } = useTranslation('apps');
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const restore = useRestoreApp();
  return (
    <ConfirmDestructive
      open
      onClose={onClose}
      title={t('delete.title', { name: app.name })}
      consequence={app.version === null ? t('delete.text') : t('delete.text_published', { version: app.version })}
      verb={t('common:delete')}
      onConfirm={async () => {
        await api.delete(`/api/v1/apps/${app.id}`);
        onDeleted?.();
        toast(t('delete.done', { name: app.name }), { action: { label: t('common:undo'), run: () => restore(app) } });
        await Promise.all([
          cache.invalidateQueries({ queryKey: appsKey(ws) }),
          cache.invalidateQueries({ queryKey: ['chat', ws, 'conversations'] }),
        ]);
      }}
    />
  );
}
