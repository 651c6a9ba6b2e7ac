import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { problemText } from '../../../api/problem';
import { useWorkspaceId } from '../../../api/queries';
import type { App } from '../../../ui/chat/queries';
import { toast } from '../../../ui/toast/toast';
import { appsKey } from '../queries';

/** Brings an app back from the trash, with its keys and conversations. */
export function useRestoreApp() {
  const { t } = useTranslation('apps');
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  return (app: App) => void (async () => {
    try {
      await api.post(`/api/v1/apps/${app.id}/restore`, {});
      await cache.invalidateQueries({ queryKey: appsKey(ws) });
      toast(t('trash.restored', { name: app.name }));
    } catch (error) {
      toast(problemText(error), { tone: 'error' });
    }
  })();
}
