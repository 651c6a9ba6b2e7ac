import { Checkbox, Form, Input, InputNumber, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { events, kinds } from './kinds';
import type { ChannelValues } from './types';

/** The fields of the chosen kind. Of a channel that exists secrets are shown by their ends and stay unless typed anew. */
export function KindFields({ masked }: { masked: Record<string, string> | undefined }) {
  const { t } = useTranslation('channels');
  const form = Form.useFormInstance<ChannelValues>();
  const kind = Form.useWatch('kind', form) ?? (form.getFieldValue('kind') as ChannelValues['kind'] | undefined);
  if (!kind) return null;
  const { settings, secrets, optional = [] } = kinds[kind];
  const required = (field: string) => ({ required: true, whitespace: true, message: t('common:form.required', { field: t(`field.${field}`) }) });
  return (
    <>
      {kind === 'feishu' && (
        <Form.Item name={['settings', 'region']} label={t('field.region')} rules={[{ required: true }]}>
          <Segmented options={['feishu', 'lark'].map((value) => ({ value, label: t(`region.${value}`) }))} />
        </Form.Item>
      )}
      {settings.map((field) => (
        <Form.Item key={field} name={['settings', field]} label={t(`field.${field}`)} extra={t(`field.${field}.help`)} rules={[required(field)]}>
          <Input maxLength={2000} spellCheck={false} />
        </Form.Item>
      ))}
      {secrets.map((field) => (
        <Form.Item
          key={field} name={['secrets', field]} label={t(`field.${field}`)}
          extra={masked?.[field] ? t('secret.kept', { end: masked[field] }) : t(`field.${field}.help`)}
          rules={masked?.[field] || optional.includes(field) ? [] : [required(field)]}
        >
          <Input.Password maxLength={500} autoComplete="new-password" />
        </Form.Item>
      ))}
      {kind === 'webhook' ? <Events /> : <BotFields />}
    </>
  );
}

function Events() {
  const { t } = useTranslation('channels');
  return (
    <Form.Item
      name="events" label={t('events')}
      rules={[{ required: true, type: 'array', min: 1, message: t('events.needed') }]}
    >
      <Checkbox.Group
        className="md-channel-events"
        options={events.map((value) => ({ value, label: <>{t(`event.${value}`)} <code className="md-quiet">{value}</code></> }))}
      />
    </Form.Item>
  );
}

function BotFields() {
  const { t } = useTranslation('channels');
  return (
    <>
      <Form.Item name={['settings', 'language']} label={t('field.language')} extra={t('field.language.help')} rules={[{ required: true }]}>
        <Segmented options={['zh', 'en'].map((value) => ({ value, label: t(`language.${value}`) }))} />
      </Form.Item>
      <Form.Item name={['settings', 'format']} label={t('field.format')} extra={t('field.format.help')} rules={[{ required: true }]}>
        <Segmented options={['markdown', 'text'].map((value) => ({ value, label: t(`format.${value}`) }))} />
      </Form.Item>
      <Form.Item name={['settings', 'person_limit']} label={t('field.person_limit')} rules={[{ required: true, type: 'number', min: 1, max: 120 }]}>
        <InputNumber min={1} max={120} precision={0} />
      </Form.Item>
    </>
  );
}
