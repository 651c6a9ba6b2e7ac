import { Button, Form, Input, Switch } from 'antd';
import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../api/queries';

/** An MCP server that is started in the sandbox. Values of variables are written here and never read. */
export function StdioFields() {
  const { t } = useTranslation('tools');
  const isAdmin = useCan('installation.settings');
  return (
    <>
      <Form.Item
        name="command" label={t('stdio.command')} extra={t(isAdmin ? 'stdio.command.help' : 'stdio.command.limited')}
        rules={[{ required: true, whitespace: true, message: t('common:form.required', { field: t('stdio.command') }) }]}
      >
        <Input className="md-mono" placeholder="python3" maxLength={1000} autoComplete="off" spellCheck={false} />
      </Form.Item>
      <Form.Item name="arguments" label={t('stdio.arguments')} extra={t('stdio.arguments.help')}>
        <Input.TextArea className="md-mono" autoSize={{ minRows: 2, maxRows: 12 }} spellCheck={false} placeholder="/opt/mcp/weather.py" />
      </Form.Item>
      <Form.List name="environment">
        {(fields, { add, remove }) => (
          <Form.Item label={t('stdio.environment')} extra={t('stdio.environment.help')}>
            {fields.map(({ key, name }) => (
              <div key={key} className="md-header-row">
                <Form.Item name={[name, 'name']} noStyle><Input className="md-mono" aria-label={t('stdio.variable')} placeholder="API_KEY" autoComplete="off" spellCheck={false} /></Form.Item>
                <Form.Item name={[name, 'value']} noStyle><Input.Password className="md-mono" aria-label={t('headers.value')} autoComplete="new-password" placeholder="••••••" /></Form.Item>
                <button type="button" className="md-icon-button" aria-label={t('stdio.variable.remove')} onClick={() => remove(name)}><X size={14} /></button>
              </div>
            ))}
            <Button size="small" icon={<Plus size={14} />} onClick={() => add({})}>{t('stdio.variable.add')}</Button>
          </Form.Item>
        )}
      </Form.List>
      <Form.Item name="network" label={t('stdio.network')} extra={t(isAdmin ? 'stdio.network.help' : 'stdio.network.limited')} valuePropName="checked">
        <Switch disabled={!isAdmin} />
      </Form.Item>
    </>
  );
}
