import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../../api/client';
import { Problem } from '../../../../api/problem';
import { FailureNote } from '../../../../ui/form/FailureNote';
import { fieldErrors } from '../../../../ui/form/fieldErrors';
import { extensionsPath, type ApiExtension } from './queries';

interface ExtensionFormProps {
  /** Undefined makes a new one. */
  extension: ApiExtension | undefined;
  onClose: () => void;
  onSaved: (extension: ApiExtension) => Promise<unknown>;
}

interface Values {
  name: string;
  url: string;
  api_key?: string;
}

/** Where a program is asked, and the key that it wants to see. */
export function ExtensionForm({ extension, onClose, onSaved }: ExtensionFormProps) {
  const { t } = useTranslation('appEditor');
  const [form] = Form.useForm<Values>();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();

  const save = async (values: Values) => {
    setBusy(true);
    setFailure(undefined);
    const body = { ...values, api_key: values.api_key || undefined };
    try {
      await onSaved(extension
        ? await api.patch<ApiExtension>(`${extensionsPath}/${extension.id}`, body)
        : await api.post<ApiExtension>(extensionsPath, body));
    } catch (error) {
      setFailure(error);
      if (error instanceof Problem) form.setFields(fieldErrors(error) as Parameters<typeof form.setFields>[0]);
    } finally {
      setBusy(false);
    }
  };
  const needed = (field: string) => [{ required: true, whitespace: true, message: t('common:form.required', { field }) }];

  return (
    <Form<Values>
      form={form} layout="vertical" requiredMark={false} validateTrigger="onBlur"
      initialValues={{ name: extension?.name, url: extension?.url }} onFinish={(values) => void save(values)}
    >
      <Form.Item name="name" label={t('extension.name')} rules={needed(t('extension.name'))}><Input maxLength={100} autoFocus /></Form.Item>
      <Form.Item name="url" label={t('extension.url')} extra={t('extension.url.help')} rules={needed(t('extension.url'))}>
        <Input maxLength={2000} placeholder="https://" />
      </Form.Item>
      <Form.Item
        name="api_key" label={t('extension.key')} extra={t(extension ? 'extension.key.kept' : 'extension.key.help')}
        rules={extension ? [] : needed(t('extension.key'))}
      >
        <Input.Password maxLength={2000} autoComplete="off" placeholder={extension?.api_key} />
      </Form.Item>
      <FailureNote error={failure} />
      <div className="md-form-buttons">
        <Button onClick={onClose}>{t('common:cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={isBusy}>{t('common:save')}</Button>
      </div>
    </Form>
  );
}
