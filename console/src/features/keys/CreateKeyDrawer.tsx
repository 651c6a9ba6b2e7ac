import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { FormDrawer } from '../../ui/form/FormDrawer';
import { ScopeChoice } from './ScopeChoice';
import { keyPaths, type CreateManagementKey, type KeyKind, type NewApiKey } from './types';

interface CreateKeyDrawerProps {
  kind: KeyKind;
  open: boolean;
  onClose: () => void;
  onMade: (key: NewApiKey) => Promise<void>;
}

interface KeyValues {
  name: string;
  scopes?: string[];
  /** A day of the browser's calendar, `2026-12-31`. */
  expires_at?: string;
}

/** Makes a key; a management key also says what it may do and until when. */
export function CreateKeyDrawer({ kind, open, onClose, onMade }: CreateKeyDrawerProps) {
  const { t } = useTranslation('keys');
  const create = async ({ name, scopes = [], expires_at }: KeyValues) => {
    const wanted: CreateManagementKey = { name, scopes, expires_at: endOfDay(expires_at) };
    await onMade(await api.post<NewApiKey>(keyPaths[kind], kind === 'management' ? wanted : { name }));
  };
  return (
    <FormDrawer<KeyValues> title={t('new')} open={open} onClose={onClose} onSubmit={create} submitLabel={t('common:create')}>
      <Form.Item
        name="name" label={t('name')} extra={t('name.help')}
        rules={[{ required: true, whitespace: true, message: t('common:form.required', { field: t('name') }) }]}
      >
        <Input maxLength={100} autoFocus />
      </Form.Item>
      {kind === 'management' && (
        <>
          <Form.Item
            name="scopes" label={t('scopes')} extra={t('scopes.help')}
            rules={[{ required: true, type: 'array', min: 1, message: t('scopes.required') }]}
          >
            <ScopeChoice />
          </Form.Item>
          <Form.Item name="expires_at" label={t('expires.on')} extra={t('expires.help')}><Input type="date" /></Form.Item>
        </>
      )}
    </FormDrawer>
  );
}

function endOfDay(day: string | undefined): string | null {
  if (!day) return null;
  return new Date(`${day}T23:59:59`).toISOString();
}
