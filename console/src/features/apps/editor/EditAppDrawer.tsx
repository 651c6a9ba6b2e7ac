import { useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { useWorkspaceId } from '../../../api/queries';
import { appQuery, type App } from '../../../ui/chat/queries';
import { FormDrawer } from '../../../ui/form/FormDrawer';
import { appsKey } from '../queries';

interface EditApp {
  name: string;
  description: string;
  icon: string;
}

/** Name, description and icon of an app. */
export function EditAppDrawer({ app, open, onClose }: { app: App; open: boolean; onClose: () => void }) {
  const { t } = useTranslation('apps');
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const save = async (values: EditApp) => {
    const saved = await api.patch<App>(`/api/v1/apps/${app.id}`, { ...values, icon: values.icon ?? '' });
    cache.setQueryData(appQuery(ws, app.id).queryKey, saved);
    await cache.invalidateQueries({ queryKey: appsKey(ws) });
  };
  return (
    <FormDrawer<EditApp>
      title={t('edit')} open={open} onClose={onClose} submitLabel={t('common:save')} onSubmit={save} width={480}
      initialValues={{ name: app.name, description: app.description, icon: app.icon ?? '' }}
    >
      <Form.Item name="icon" label={t('field.icon')}><Input maxLength={8} style={{ width: 88 }} /></Form.Item>
      <Form.Item
        name="name" label={t('field.name')}
        rules={[{ required: true, whitespace: true, message: t('common:form.required', { field: t('field.name') }) }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="description" label={t('field.description')}>
        <Input.TextArea maxLength={2000} autoSize={{ minRows: 2, maxRows: 5 }} />
      </Form.Item>
    </FormDrawer>
  );
}
