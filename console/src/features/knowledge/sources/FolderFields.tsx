import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { PatternFields } from './PatternFields';

/** Which files of the server are read. */
export function FolderFields() {
  const { t } = useTranslation('sources');
  return (
    <>
      <Form.Item
        name={['settings', 'folder', 'path']} label={t('folder.path')} extra={t('folder.path.help')}
        rules={[{ required: true, whitespace: true, message: t('common:form.required', { field: t('folder.path') }) }]}
      >
        <Input placeholder="/srv/documents" />
      </Form.Item>
      <PatternFields kind="folder" />
    </>
  );
}
