import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { send } from '../../api/client';
import { meQuery, useWorkspaceId, workspacesQuery } from '../../api/queries';
import { ConfirmDestructive } from '../../ui/overlays/ConfirmDestructive';

/** Deletes the workspace after its name has been typed. */
export function DangerZone() {
  const { t } = useTranslation('settings');
  const ws = useWorkspaceId();
  const { data: me } = useQuery(meQuery(ws));
  const cache = useQueryClient();
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const name = me?.workspace?.name ?? '';
  return (
    <>
      <p className="md-soft">{t('danger.text')}</p>
      <Button danger onClick={() => setAsking(true)}>{t('danger.delete')}</Button>
      <ConfirmDestructive
        open={isAsking} onClose={() => setAsking(false)} typeName={name}
        title={t('danger.title', { name })} consequence={t('danger.consequence')} verb={t('danger.delete')}
        onConfirm={async () => {
          await send(`/api/v1/workspaces/${ws}`, {
            method: 'DELETE', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ confirm_name: name }),
          });
          cache.removeQueries({ queryKey: workspacesQuery.queryKey });
          cache.removeQueries({ queryKey: ['me'] });
          void navigate('/', { replace: true });
        }}
      />
    </>
  );
}
