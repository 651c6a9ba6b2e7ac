import { Checkbox, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../../../ui/form/Field';
import { useForm } from '../../FormContext';
import { list, newId, record, text } from '../../logic/reading';
import { Part } from '../../parts/Part';
import { TemplateEditor } from '../../TemplateEditor';

/** How people learn that they are waited for. */
export function Delivery() {
  const { t } = useTranslation('flowForms');
  const { data, onChange } = useForm();
  const methods = list(data.delivery_methods);
  const find = (type: string) => methods.find((one) => one.type === type);
  const put = (type: string, part: Record<string, unknown>) => onChange({
    delivery_methods: find(type)
      ? methods.map((one) => (one.type === type ? { ...one, ...part } : one))
      : [...methods, { id: newId(), type, enabled: true, ...part }],
  });
  const config = record(find('email')?.config);
  const recipients = record(config.recipients);
  const items = list(recipients.items);
  const setConfig = (part: Record<string, unknown>) => put('email', {
    config: { recipients: { whole_workspace: false, items: [] }, subject: '', body: '', debug_mode: false, ...config, ...part },
  });
  const isMail = find('email')?.enabled === true;
  return (
    <Part title={t('human.delivery')} help={t('human.delivery.help')}>
      <Checkbox checked={find('webapp')?.enabled === true} onChange={(event) => put('webapp', { enabled: event.target.checked })}>{t('human.webapp')}</Checkbox>
      <Checkbox checked={isMail} onChange={(event) => put('email', { enabled: event.target.checked })}>{t('human.email')}</Checkbox>
      {isMail && (
        <div className="md-nf-group">
          <Field label={t('human.recipients')}>
            {(control) => (
              <Select
                id={control.id} mode="tags" open={false} suffixIcon={null} tokenSeparators={[',', ';', ' ']} placeholder="name@example.com"
                value={items.filter(({ email }) => text(email)).map(({ email }) => text(email))}
                onChange={(emails: string[]) => setConfig({
                  // Members who are named by their id stay.
                  recipients: { ...recipients, items: [...items.filter(({ email }) => !text(email)), ...emails.map((email) => ({ type: 'external', email }))] },
                })}
              />
            )}
          </Field>
          <Checkbox
            checked={recipients.whole_workspace === true}
            onChange={(event) => setConfig({ recipients: { items, ...recipients, whole_workspace: event.target.checked } })}
          >
            {t('human.everybody')}
          </Checkbox>
          <TemplateEditor label={t('human.subject')} isLine value={text(config.subject)} onChange={(subject) => setConfig({ subject })} />
          <TemplateEditor
            label={t('human.body')} minRows={4} value={text(config.body)} words={{ url: t('human.link') }}
            onChange={(body) => setConfig({ body })}
          />
        </div>
      )}
    </Part>
  );
}
