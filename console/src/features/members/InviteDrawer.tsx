import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { useWorkspaceId } from '../../api/queries';
import { FormDrawer } from '../../ui/form/FormDrawer';
import { duration, listTime } from '../../ui/format';
import { SecretOnce } from '../../ui/overlays/SecretOnce';
import { useMembersChanged, workspacePath } from './queries';
import type { NewInvitation } from './types';
import { useRoleOptions } from './useRoleOptions';

interface InviteValues {
  email?: string;
  role: string;
  expires_in_hours: number;
}

const lifetimes = [24, 72, 168, 720];

/** Makes an invitation link; the link is shown once. */
export function InviteDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('members');
  const ws = useWorkspaceId();
  const options = useRoleOptions();
  const changed = useMembersChanged();
  const [made, setMade] = useState<NewInvitation>();

  const invite = async ({ email, role, expires_in_hours }: InviteValues) => {
    setMade(await api.post<NewInvitation>(workspacePath(ws, 'invitations'), { email: email || null, role, expires_in_hours }));
    await changed();
  };
  return (
    <>
      <FormDrawer<InviteValues>
        title={t('invite')} open={open} onClose={onClose} onSubmit={invite} submitLabel={t('invite.submit')} width={480}
        initialValues={{ role: 'viewer', expires_in_hours: 72 }}
      >
        <Form.Item name="email" label={t('invite.email')} extra={t('invite.email.help')} rules={[{ type: 'email', message: t('invite.email.wrong') }]}>
          <Input type="email" maxLength={254} autoComplete="off" autoFocus />
        </Form.Item>
        <Form.Item name="role" label={t('column.role')} rules={[{ required: true }]}>
          <Select options={options} />
        </Form.Item>
        <Form.Item name="expires_in_hours" label={t('invite.lifetime')} rules={[{ required: true }]}>
          <Select options={lifetimes.map((hours) => ({ value: hours, label: duration(hours * 3600) }))} />
        </Form.Item>
      </FormDrawer>
      <SecretOnce
        title={t('invite.made')}
        secret={made && new URL(made.url, window.location.origin).href}
        onSaved={() => setMade(undefined)}
      >
        <p className="md-secret-note md-soft">{t('invite.made.text', { time: listTime(made?.expires_at) })}</p>
      </SecretOnce>
    </>
  );
}
