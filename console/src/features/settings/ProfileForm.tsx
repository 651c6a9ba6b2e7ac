import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { meQuery, useWorkspaceId } from '../../api/queries';
import { Result } from '../../ui/faces/Result';
import { setPreferences, usePreferences, type Language } from '../../ui/preferences/preferences';
import { SaveForm } from './SaveForm';
import type { UpdateMe } from './types';

interface Profile {
  name: string;
  language: Language;
}

/** My name and the language in which the platform writes to me. */
export function ProfileForm() {
  const { t } = useTranslation('settings');
  const query = useQuery(meQuery(useWorkspaceId()));
  const cache = useQueryClient();
  const { language } = usePreferences();

  const save = async ({ name, language: chosen }: Profile) => {
    const change: UpdateMe = { name, language: chosen, default_workspace_id: null };
    await api.patch('/api/v1/auth/me', change);
    setPreferences({ language: chosen });
    await cache.invalidateQueries({ queryKey: ['me'] });
  };
  return (
    <Result query={query} compact>
      {(me) => (
        <SaveForm<Profile>
          initialValues={{ name: me.name, language: me.language ?? language }} onSubmit={save}
          submitLabel={t('common:save')} done={t('saved')}
        >
          <Form.Item label={t('account.email')}><span className="md-mono">{me.email}</span></Form.Item>
          <Form.Item name="name" label={t('account.name')} rules={[{ required: true, whitespace: true }]}>
            <Input maxLength={100} autoComplete="name" />
          </Form.Item>
          <Form.Item name="language" label={t('account.language')}>
            <Select options={(['zh-CN', 'en'] as const).map((value) => ({ value, label: t(`common:language.${value}`) }))} />
          </Form.Item>
        </SaveForm>
      )}
    </Result>
  );
}
