import { useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { useWorkspaceId } from '../../../api/queries';
import { FormDrawer } from '../../../ui/form/FormDrawer';
import { versionsQuery, type AppVersion } from '../queries';

interface EditVersionProps {
  app: string;
  version: AppVersion;
  onClose: () => void;
}

interface Words {
  name?: string;
  note?: string;
}

/** Another name and note for a version; what it does never changes. */
export function EditVersion({ app, version: { version, name, note }, onClose }: EditVersionProps) {
  const { t } = useTranslation('apps');
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  return (
    <FormDrawer<Words>
      title={t('appEditor:versions.edit', { version })} open onClose={onClose} submitLabel={t('common:save')} width={480}
      initialValues={{ name: name ?? '', note: note ?? '' }}
      onSubmit={async (words) => {
        await api.patch(`/api/v1/apps/${app}/versions/${version}`, { name: words.name ?? '', note: words.note ?? '' });
        await cache.invalidateQueries({ queryKey: versionsQuery(ws, app).queryKey });
      }}
    >
      <Form.Item name="name" label={t('publish.name')}><Input maxLength={100} autoFocus placeholder={t('publish.name.placeholder')} /></Form.Item>
      <Form.Item name="note" label={t('publish.note')}><Input.TextArea maxLength={2000} autoSize={{ minRows: 2, maxRows: 8 }} /></Form.Item>
    </FormDrawer>
  );
}
