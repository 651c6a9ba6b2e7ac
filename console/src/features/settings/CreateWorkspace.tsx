import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from '../../api/client';
import { workspacesQuery } from '../../api/queries';
import type { Workspace } from '../../api/types';
import { FormDrawer } from '../../ui/form/FormDrawer';

/** Makes a workspace of one's own and goes there. */
export function CreateWorkspace() {
  const { t } = useTranslation('settings');
  const [isOpen, setOpen] = useState(false);
  const cache = useQueryClient();
  const navigate = useNavigate();
  return (
    <div className="md-settings-more">
      <Button icon={<Plus size={15} />} onClick={() => setOpen(true)}>{t('workspace.create')}</Button>
      <FormDrawer<{ name: string }>
        title={t('workspace.create')} open={isOpen} onClose={() => setOpen(false)} submitLabel={t('common:create')} width={480}
        onSubmit={async (values) => {
          const made = await api.post<Workspace>('/api/v1/workspaces', values, { workspace: null });
          await cache.invalidateQueries({ queryKey: workspacesQuery.queryKey });
          void navigate(`/w/${made.id}`);
        }}
      >
        <Form.Item name="name" label={t('workspace.name')} extra={t('workspace.create.help')} rules={[{ required: true, whitespace: true }]}>
          <Input maxLength={100} autoFocus />
        </Form.Item>
      </FormDrawer>
    </div>
  );
}
