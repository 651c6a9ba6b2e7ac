import { Button, Form, Input, Segmented, Select } from 'antd';
import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';

const types = ['none', 'api_key', 'bearer', 'basic'] as const;

interface AuthFieldsProps {
  /** A secret is there already. */
  kept: boolean;
  /** People can sign in to it. */
  canSignIn: boolean;
}

/** How a provider is shown who asks. Secrets are written here and never read. */
export function AuthFields({ kept, canSignIn }: AuthFieldsProps) {
  const { t } = useTranslation('tools');
  const type: string = Form.useWatch(['auth', 'type']) ?? 'none';
  const place: string = Form.useWatch(['auth', 'in']) ?? 'header';
  const needed = (field: string) => [{ required: true, whitespace: true, message: t('common:form.required', { field }) }];
  return (
    <>
      <Form.Item name={['auth', 'type']} label={t('auth')} extra={type === 'oauth' ? t('auth.oauth.help') : undefined} required>
        <Select options={[...types, ...(canSignIn ? ['oauth'] : [])].map((value) => ({ value, label: t(`auth.${value}`) }))} />
      </Form.Item>
      {type === 'api_key' && (
        <>
          <Form.Item name={['auth', 'in']} label={t('auth.in')} required>
            <Segmented options={[{ value: 'header', label: t('auth.in.header') }, { value: 'query', label: t('auth.in.query') }]} />
          </Form.Item>
          <Form.Item name={['auth', 'name']} label={t('auth.name')} rules={needed(t('auth.name'))}>
            <Input className="md-mono" placeholder={place === 'query' ? 'api_key' : 'X-API-Key'} maxLength={200} autoComplete="off" spellCheck={false} />
          </Form.Item>
          {place === 'header' && (
            <Form.Item name={['auth', 'prefix']} label={t('auth.prefix')}><Input className="md-mono" placeholder="Token" maxLength={100} autoComplete="off" /></Form.Item>
          )}
        </>
      )}
      {type === 'basic' && (
        <Form.Item name={['auth', 'username']} label={t('auth.username')} rules={needed(t('auth.username'))}>
          <Input maxLength={1000} autoComplete="off" />
        </Form.Item>
      )}
      {type === 'oauth' && (
        <>
          <Form.Item name={['auth', 'username']} label={t('auth.client')} extra={t('auth.client.help')}>
            <Input className="md-mono" maxLength={1000} autoComplete="off" spellCheck={false} />
          </Form.Item>
          <Form.Item name={['auth', 'name']} label={t('auth.scopes')} extra={t('auth.scopes.help')}>
            <Input className="md-mono" maxLength={200} autoComplete="off" spellCheck={false} />
          </Form.Item>
        </>
      )}
      {type !== 'none' && (
        <Form.Item name={['auth', 'secret']} label={t(`auth.secret.${type}`)} extra={t(kept ? 'auth.secret.kept' : 'auth.secret.help')} rules={kept || type === 'oauth' ? [] : needed(t(`auth.secret.${type}`))}>
          <Input.Password className="md-mono" autoComplete="new-password" placeholder={kept ? '••••••' : undefined} />
        </Form.Item>
      )}
      <Form.List name="headers">
        {(fields, { add, remove }) => (
          <Form.Item label={t('headers')} extra={t('headers.help')}>
            {fields.map(({ key, name }) => (
              <div key={key} className="md-header-row">
                <Form.Item name={[name, 'name']} noStyle><Input className="md-mono" aria-label={t('headers.name')} placeholder="X-Team" /></Form.Item>
                <Form.Item name={[name, 'value']} noStyle><Input.Password className="md-mono" aria-label={t('headers.value')} autoComplete="new-password" placeholder="••••••" /></Form.Item>
                <button type="button" className="md-icon-button" aria-label={t('headers.remove')} onClick={() => remove(name)}><X size={14} /></button>
              </div>
            ))}
            <Button size="small" icon={<Plus size={14} />} onClick={() => add({})}>{t('headers.add')}</Button>
          </Form.Item>
        )}
      </Form.List>
    </>
  );
}
