import { useQueryClient } from '@tanstack/react-query';
import { Copy, ExternalLink, MessageSquare, Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { problemText } from '../../../api/problem';
import { useCan, useWorkspaceId } from '../../../api/queries';
import type { App } from '../../../ui/chat/queries';
import { RowMenu } from '../../../ui/table/RowMenu';
import { toast } from '../../../ui/toast/toast';
import { appsKey } from '../queries';
import { copyApp } from './copyApp';

const DeleteApp = lazy(async () => ({ default: (await import('./DeleteApp')).DeleteApp }));

/** What can be done with an app from the list. */
export function AppMenu({ app }: { app: App }) {
  const { t } = useTranslation('apps');
  const ws = useWorkspaceId();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const [deleting, setDeleting] = useState(false);
  const mayCreate = useCan('apps.create');
  const mayDelete = useCan('apps.delete');

  const copy = async () => {
    try {
      const made = await copyApp(app, t('copy.name', { name: app.name }));
      await cache.invalidateQueries({ queryKey: appsKey(ws) });
      toast(t('copy.done', { name: made.name }), {
        action: { label: t('open'), run: () => void navigate(`/w/${ws}/apps/${made.id}`) },
      });
    } catch (error) {
      toast(problemText(error), { tone: 'error' });
    }
  };

  return (
    <>
      <RowMenu
        label={t('menu', { name: app.name })}
        items={[
          {
            key: 'open', label: t('open'), icon: <ExternalLink size={14} />,
            onClick: () => void navigate(`/w/${ws}/apps/${app.id}`),
          },
          {
            key: 'chat', label: t('chat'), icon: <MessageSquare size={14} />, disabled: app.status !== 'published',
            onClick: () => void navigate(`/w/${ws}/chat/new/${app.id}`),
          },
          { key: 'copy', label: t('common:copy'), icon: <Copy size={14} />, disabled: !mayCreate, onClick: () => void copy() },
          { type: 'divider' },
          {
            key: 'delete', label: t('common:delete'), icon: <Trash2 size={14} />, danger: true, disabled: !mayDelete,
            onClick: () => setDeleting(true),
          },
        ]}
      />
      {deleting && <Suspense fallback={null}><DeleteApp app={app} onClose={() => setDeleting(false)} /></Suspense>}
    </>
  );
}
