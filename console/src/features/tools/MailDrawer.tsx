import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber, Space, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { useWorkspaceId } from '../../api/queries';
import { Result } from '../../ui/faces/Result';
import { FailureNote } from '../../ui/form/FailureNote';
import { FormDrawer } from '../../ui/form/FormDrawer';
import { SidePanel } from '../../ui/overlays/SidePanel';
import { StateTag } from '../../ui/states/StateTag';
import { mailPath, mailQuery } from './queries';
import type { MailCheck, MailSetting } from './types';

interface MailValues {
  host: string;
  port: number;
  tls: boolean;
  username?: string;
  password?: string;
  sender: string;
  sender_name?: string;
}

/** By which server the workspace sends mail. */
export function MailDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('tools');
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const query = useQuery(mailQuery(ws));
  if (!query.data) return <SidePanel title={t('mail')} open onClose={onClose}><Result query={query} compact>{() => null}</Result></SidePanel>;

  const save = async (values: MailValues) => {
    const saved = await api.put<MailSetting>(mailPath, { ...values, password: values.password || undefined });
    cache.setQueryData(mailQuery(ws).queryKey, saved);
  };
  const { is_set, has_password, ...known } = query.data;
  return (
    <FormDrawer<MailValues> title={t('mail')} open onClose={onClose} submitLabel={t('common:save')} onSubmit={save} initialValues={known}>
      <Fields hasPassword={has_password} />
      {is_set && <Try />}
    </FormDrawer>
  );
}

function Fields({ hasPassword }: { hasPassword: boolean }) {
  const { t } = useTranslation('tools');
  const needed = (field: string) => [{ required: true, whitespace: true, message: t('common:form.required', { field }) }];
  return (
    <>
      <Form.Item name="host" label={t('mail.host')} rules={needed(t('mail.host'))}>
        <Input className="md-mono" placeholder="smtp.example.com" maxLength={255} autoComplete="off" spellCheck={false} />
      </Form.Item>
      <Form.Item name="port" label={t('mail.port')} extra={t('mail.port.help')} required><InputNumber min={1} max={65535} precision={0} /></Form.Item>
      <Form.Item name="tls" label={t('mail.tls')} valuePropName="checked" required><Switch /></Form.Item>
      <Form.Item name="username" label={t('auth.username')}><Input maxLength={320} autoComplete="off" /></Form.Item>
      <Form.Item name="password" label={t('auth.secret.basic')} extra={t(hasPassword ? 'auth.secret.kept' : 'auth.secret.help')}>
        <Input.Password autoComplete="new-password" placeholder={hasPassword ? '••••••' : undefined} />
      </Form.Item>
      <Form.Item name="sender" label={t('mail.sender')} rules={needed(t('mail.sender'))}><Input placeholder="desk@example.com" maxLength={320} inputMode="email" /></Form.Item>
      <Form.Item name="sender_name" label={t('mail.sender_name')}><Input maxLength={200} /></Form.Item>
    </>
  );
}

function Try() {
  const { t } = useTranslation('tools');
  const [to, setTo] = useState('');
  const test = useMutation({ mutationFn: () => api.post<MailCheck>(`${mailPath}/test`, { to }) });
  return (
    <Form.Item label={t('mail.try')} extra={t('mail.try.help')}>
      <Space.Compact block>
        <Input aria-label={t('mail.try.to')} value={to} inputMode="email" placeholder="me@example.com" onChange={(event) => setTo(event.target.value)} />
        <Button loading={test.isPending} disabled={!to.includes('@')} onClick={() => test.mutate()}>{t('mail.try.send')}</Button>
      </Space.Compact>
      {test.data && <StateTag state={test.data.ok ? 'ok' : 'failed'}>{test.data.ok ? t('mail.try.ok') : test.data.detail ?? ''}</StateTag>}
      <FailureNote error={test.error} />
    </Form.Item>
  );
}
