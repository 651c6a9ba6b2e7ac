import { Form, Input, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { PatternFields } from './PatternFields';

/** Which objects of a bucket are read. The secret never comes back: left empty, the one that is kept stays. */
export function S3Fields({ hasSecret }: { hasSecret: boolean }) {
  const { t } = useTranslation('sources');
  const place = (name: string) => ['settings', 's3', name];
  return (
    <>
      <Form.Item name={place('endpoint')} label={t('s3.endpoint')} extra={t('s3.endpoint.help')}>
        <Input type="url" placeholder="https://" />
      </Form.Item>
      <Form.Item
        name={place('bucket')} label={t('s3.bucket')}
        rules={[{ required: true, whitespace: true, message: t('common:form.required', { field: t('s3.bucket') }) }]}
      >
        <Input />
      </Form.Item>
      <Form.Item name={place('prefix')} label={t('s3.prefix')}><Input /></Form.Item>
      <Form.Item name={place('region')} label={t('s3.region')}><Input /></Form.Item>
      <Form.Item name={place('access_key')} label={t('s3.access_key')} extra={t('s3.access_key.help')}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="secret_key" label={t('s3.secret_key')} extra={hasSecret ? t('s3.secret_key.kept') : undefined}>
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item name={place('path_style')} label={t('s3.path_style')} extra={t('s3.path_style.help')} valuePropName="checked">
        <Switch />
      </Form.Item>
      <PatternFields kind="s3" />
    </>
  );
}
