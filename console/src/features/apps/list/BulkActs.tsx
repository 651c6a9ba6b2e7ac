import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { problemText } from '../../../api/problem';
import { useCan, useWorkspaceId } from '../../../api/queries';
import { toast } from '../../../ui/toast/toast';
import { appsKey, type ListedApp } from '../queries';
import { exportApp } from './exportApp';

const AssignTags = lazy(async () => ({ default: (await import('./AssignTags')).AssignTags }));

/** What can be done with the chosen apps. */
export function BulkActs({ apps, clear }: { apps: readonly ListedApp[]; clear: () => void }) {
  const { t } = useTranslation('appList');
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const [isTagging, setTagging] = useState(false);
  const [busy, setBusy] = useState<'export' | 'delete'>();
  const mayUpdate = useCan('apps.update');
  const mayDelete = useCan('apps.delete');
  const refresh = () => cache.invalidateQueries({ queryKey: appsKey(ws) });

  // One after the other, and on after a refusal: what could be done is done, and the sentence tells of the rest.
  const each = async (act: (app: ListedApp) => Promise<unknown>): Promise<ListedApp[]> => {
    const done: ListedApp[] = [];
    for (const app of apps) {
      try {
        await act(app);
        done.push(app);
      } catch (error) {
        toast(t('bulk.failed', { name: app.name, reason: problemText(error) }), { tone: 'error' });
      }
    }
    return done;
  };
  const exportAll = async () => {
    setBusy('export');
    await each((app) => exportApp(app));
    setBusy(undefined);
  };
  const remove = async () => {
    setBusy('delete');
    const gone = await each((app) => api.delete(`/api/v1/apps/${app.id}`));
    setBusy(undefined);
    clear();
    await refresh();
    if (gone.length === 0) return;
    toast(t('bulk.deleted', { count: gone.length }), {
      action: {
        label: t('common:undo'),
        run: () => void Promise.all(gone.map(({ id }) => api.post(`/api/v1/apps/${id}/restore`, {})))
          .catch((error: unknown) => toast(problemText(error), { tone: 'error' })).then(refresh),
      },
    });
  };

  return (
    <>
      <Button size="small" disabled={!mayUpdate} onClick={() => setTagging(true)}>{t('tags')}</Button>
      <Button size="small" loading={busy === 'export'} onClick={() => void exportAll()}>{t('export')}</Button>
      <Button size="small" danger disabled={!mayDelete} loading={busy === 'delete'} onClick={() => void remove()}>{t('common:delete')}</Button>
      {isTagging && <Suspense fallback={null}><AssignTags apps={apps} onClose={() => setTagging(false)} /></Suspense>}
    </>
  );
}
