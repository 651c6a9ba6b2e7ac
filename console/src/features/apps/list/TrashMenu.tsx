import { useQueryClient } from '@tanstack/react-query';
import { Trash2, Undo2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { useCan, useWorkspaceId } from '../../../api/queries';
import type { App } from '../../../ui/chat/queries';
import { RowMenu } from '../../../ui/table/RowMenu';
import { appsKey } from '../queries';
import { useRestoreApp } from './useRestoreApp';

const ConfirmDestructive = lazy(async () => ({
  default: (await import('../../../ui/overlays/ConfirmDestructive')).ConfirmDestructive,
}));

/** What can be done with an app in the trash. */
export function TrashMenu({ app }: { app: App }) {
  const { t } = useTranslation('apps');
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const restore = useRestoreApp();
  const [deleting, setDeleting] = useState(false);
  const mayDelete = useCan('apps.delete');
  return (
    <>
      <RowMenu
        label={t('menu', { name: app.name })}
        items={[
          {
            key: 'restore', label: t('trash.restore'), icon: <Undo2 size={14} />, disabled: !mayDelete,
            onClick: () => restore(app),
          },
          { type: 'divider' },
          {
            key: 'delete', label: t('trash.delete'), icon: <Trash2 size={14} />, danger: true, disabled: !mayDelete,
            onClick: () => setDeleting(true),
          },
        ]}
      />
      {deleting && (
        <Suspense fallback={null}>
          <ConfirmDestructive
            open
            onClose={() => setDeleting(false)}
            title={t('trash.delete.title', { name: app.name })}
            consequence={t('trash.delete.text')}
            verb={t('trash.delete')}
            onConfirm={async () => {
              await api.delete(`/api/v1/apps/${app.id}?permanently=true`);
              await cache.invalidateQueries({ queryKey: appsKey(ws) });
            }}
          />
        </Suspense>
      )}
    </>
  );
}
