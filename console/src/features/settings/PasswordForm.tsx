import { useQuery } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { meQuery, passwordPolicyQuery, useWorkspaceId } from '../../api/queries';
import { isRuleMet } from '../../ui/form/passwordRules';
import { SaveForm } from './SaveForm';

interface Passwords {
  current_password: string;
  new_password: string;
}

/** Changes my password; the rules tick off while it is typed. */
export function PasswordForm() {
  const { t } = useTranslation('settings');
  const { data: me } = useQuery(meQuery(useWorkspaceId()));
  return (
    <SaveForm<Passwords>
      initialValues={{}} submitLabel={t('password.submit')} done={t('password.done')} clears
      onSubmit={(passwords) => api.post('/api/v1/auth/password', passwords)}
    >
      {/* For password managers: which account the new password belongs to. */}
      <input className="md-hidden" autoComplete="username" value={me?.email ?? ''} readOnly tabIndex={-1} aria-hidden />
      <Form.Item name="current_password" label={t('password.current')} rules={[{ required: true }]}>
        <Input type="password" autoComplete="current-password" />
      </Form.Item>
      <Form.Item name="new_password" label={t('password.new')} rules={[{ required: true }]} extra={<Rules />}>
        <Input type="password" autoComplete="new-password" />
      </Form.Item>
    </SaveForm>
  );
}

function Rules() {
  const { t } = useTranslation('settings');
  const { data: policy } = useQuery(passwordPolicyQuery);
  const { data: me } = useQuery(meQuery(useWorkspaceId()));
  const form = Form.useFormInstance<Passwords>();
  const next = Form.useWatch('new_password', form) ?? '';
  const current = Form.useWatch('current_password', form) ?? '';
  if (!policy) return null;
  return (
    <ul className="md-settings-rules" aria-live="polite">
      {policy.rules.map((rule) => {
        const met = isRuleMet(rule, { password: next, minLength: policy.min_length, email: me?.email, current }) ?? false;
        return (
          <li key={rule} data-met={met}>
            <span aria-hidden>{met ? '✓' : '○'}</span>
            {t(`rule.${rule}`, { length: policy.min_length, defaultValue: rule })}
            {met && <span className="md-hidden">{t('rule.met')}</span>}
          </li>
        );
      })}
    </ul>
  );
}
