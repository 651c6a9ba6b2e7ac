import { useQueryClient } from '@tanstack/react-query';
import { Copy, ExternalLink, FileDown, KeyRound, MessageSquare, Tags, Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from '../../../api/client';
import { problemText } from '../../../api/problem';
import { useCan, useWorkspaceId } from '../../../api/queries';
import type { App } from '../../../ui/chat/queries';
import { RowMenu } from '../../../ui/table/RowMenu';
import { toast } from '../../../ui/toast/toast';
import { appsKey, type ListedApp } from '../queries';
import { exportApp } from './exportApp';

const DeleteApp = lazy(async () => ({ default: (await import('./DeleteApp')).DeleteApp }));
const AssignTags = lazy(async () => ({ default: (await import('./AssignTags')).AssignTags }));

/** What can be done with an app from the list. */
export function AppMenu({ app }: { app: ListedApp }) {
  const { t } = useTranslation('apps');
  const ws = useWorkspaceId();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const [open, setOpen] = useState<'delete' | 'tags'>();
  const mayCreate = useCan('apps.create');
  const mayUpdate = useCan('apps.update');
  const mayDelete = useCan('apps.delete');
  const close = () => setOpen(undefined);
  const fail = (error: unknown) => toast(problemText(error), { tone: 'error' });

  const copy = async () => {
    const made = await api.post<App>(`/api/v1/apps/${app.id}/copy`, { name: t('copy.name', { name: app.name }).slice(0, 100) });
    await cache.invalidateQueries({ queryKey: appsKey(ws) });
    toast(t('copy.done', { name: made.name }), {
      action: { label: t('open'), run: () => void navigate(`/w/${ws}/apps/${made.id}`) },
    });
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
          { key: 'copy', label: t('common:copy'), icon: <Copy size={14} />, disabled: !mayCreate, onClick: () => void copy().catch(fail) },
          { key: 'tags', label: t('appList:tags'), icon: <Tags size={14} />, disabled: !mayUpdate, onClick: () => setOpen('tags') },
          { key: 'export', label: t('appList:export'), icon: <FileDown size={14} />, onClick: () => void exportApp(app).catch(fail) },
          {
            key: 'secrets', label: t('appList:export.secrets'), icon: <KeyRound size={14} />, disabled: !mayUpdate,
            onClick: () => void exportApp(app, { secrets: true }).catch(fail),
          },
          { type: 'divider' },
          {
            key: 'delete', label: t('common:delete'), icon: <Trash2 size={14} />, danger: true, disabled: !mayDelete,
            onClick: () => setOpen('delete'),
          },
        ]}
      />
      <Suspense fallback={null}>
        {open === 'delete' && <DeleteApp app={app} onClose={close} />}
        {open === 'tags' && <AssignTags apps={[app]} onClose={close} />}
      </Suspense>
    </>
  );
}
