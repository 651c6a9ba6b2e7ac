import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { meQuery, useCan, useWorkspaceId, workspacesQuery } from '../../api/queries';
import { Result } from '../../ui/faces/Result';
import { SaveForm } from './SaveForm';

/** The workspace's name. */
export function WorkspaceForm() {
  const { t } = useTranslation('settings');
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const mayUpdate = useCan('workspaces.update');
  const query = useQuery(meQuery(ws));

  const save = async (values: { name: string }) => {
    await api.patch(`/api/v1/workspaces/${ws}`, values);
    await Promise.all([
      cache.invalidateQueries({ queryKey: ['me'] }),
      cache.invalidateQueries({ queryKey: workspacesQuery.queryKey }),
    ]);
  };
  return (
    <Result query={query} compact>
      {({ workspace }) => (
        <SaveForm<{ name: string }>
          initialValues={{ name: workspace?.name ?? '' }} onSubmit={save} submitLabel={t('common:save')} done={t('saved')} disabled={!mayUpdate}
        >
          <Form.Item
            name="name" label={t('workspace.name')} rules={[{ required: true, whitespace: true }]}
            extra={mayUpdate ? undefined : t('common:permission.missing', { permission: 'workspaces.update' })}
          >
            <Input maxLength={100} />
          </Form.Item>
        </SaveForm>
      )}
    </Result>
  );
}
