import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api as calls } from '../../../api/client';
import { Problem } from '../../../api/problem';
import { FailureNote } from '../../../ui/form/FailureNote';
import { fieldErrors } from '../../../ui/form/fieldErrors';
import { externalApisPath, type ExternalApi } from './queries';

interface ExternalApiFormProps {
  /** Without one, another is made. */
  api: ExternalApi | undefined;
  onCancel: () => void;
  onSaved: (api: ExternalApi) => Promise<unknown>;
}

interface ApiValues {
  name: string;
  description?: string;
  endpoint: string;
  api_key?: string;
}

/** Name, address and key of an external knowledge API. The key is sent when it is typed; it is never shown again. */
export function ExternalApiForm({ api, onCancel, onSaved }: ExternalApiFormProps) {
  const { t } = useTranslation(['bases', 'knowledge']);
  const [form] = Form.useForm<ApiValues>();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();

  const save = async ({ api_key: key, ...rest }: ApiValues) => {
    setBusy(true);
    setFailure(undefined);
    const values = { ...rest, ...(key ? { api_key: key } : {}) };
    try {
      await onSaved(api
        ? await calls.patch<ExternalApi>(`${externalApisPath}/${api.id}`, values)
        : await calls.post<ExternalApi>(externalApisPath, values));
    } catch (error) {
      setFailure(error);
      if (error instanceof Problem) form.setFields(fieldErrors(error) as Parameters<typeof form.setFields>[0]);
    } finally {
      setBusy(false);
    }
  };

  const required = (field: string) => ({ required: true, whitespace: true, message: t('common:form.required', { field }) });
  return (
    <Form<ApiValues>
      form={form} layout="vertical" requiredMark={false} validateTrigger="onBlur" onFinish={(values) => void save(values)}
      initialValues={{ name: api?.name, description: api?.description, endpoint: api?.endpoint }}
    >
      <Form.Item name="name" label={t('knowledge:field.name')} rules={[required(t('knowledge:field.name'))]}><Input maxLength={100} autoFocus /></Form.Item>
      <Form.Item name="description" label={t('knowledge:field.description')}><Input maxLength={2000} /></Form.Item>
      <Form.Item name="endpoint" label={t('external.endpoint')} extra={t('external.endpoint.help')} rules={[required(t('external.endpoint'))]}>
        <Input className="md-mono" placeholder="https://" />
      </Form.Item>
      <Form.Item
        name="api_key" label={t('external.key')} extra={t(api ? 'external.key.stays' : 'external.key.help')}
        rules={api ? [] : [required(t('external.key'))]}
      >
        <Input.Password autoComplete="off" placeholder={api?.api_key} />
      </Form.Item>
      <FailureNote error={failure} />
      <div className="md-external-buttons">
        <Button onClick={onCancel}>{t('common:cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={isBusy}>{t('common:save')}</Button>
      </div>
    </Form>
  );
}
