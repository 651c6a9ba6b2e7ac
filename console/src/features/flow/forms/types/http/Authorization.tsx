import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../../../ui/form/Field';
import { useForm } from '../../FormContext';
import { record, text } from '../../logic/reading';
import { Choice } from '../../parts/Choice';
import { Part } from '../../parts/Part';
import { TemplateEditor } from '../../TemplateEditor';

const kinds = ['no-auth', 'basic', 'bearer', 'custom'] as const;

/** How the request says who asks. */
export function Authorization() {
  const { t } = useTranslation('flowForms');
  const { data, onChange } = useForm();
  const own = record(data.authorization);
  const config = record(own.config);
  const kind = own.type === 'api-key' ? kinds.find((one) => one === config.type) ?? 'bearer' : 'no-auth';
  const set = (part: Record<string, unknown>) => onChange({ authorization: { ...own, type: 'api-key', config: { api_key: '', header: '', ...config, ...part } } });
  return (
    <Part title={t('http.auth')}>
      <Choice
        label={t('http.auth')} value={kind} options={kinds.map((value) => ({ value, label: t(`http.auth.${value}`) }))}
        onChange={(type) => (type === 'no-auth' ? onChange({ authorization: { ...own, type, config: null } }) : set({ type }))}
      />
      {kind === 'custom' && (
        <Field label={t('http.auth.header')}>
          {(control) => (
            <Input {...control} className="md-mono" value={text(config.header)} placeholder="X-Api-Key" onChange={(event) => set({ type: kind, header: event.target.value })} />
          )}
        </Field>
      )}
      {kind !== 'no-auth' && (
        <>
          <TemplateEditor
            label={t(`http.auth.${kind}.key`)} isLine value={text(config.api_key)} onChange={(api_key) => set({ type: kind, api_key })}
          />
          <p className="md-field-help">{t('http.auth.help')}</p>
        </>
      )}
    </Part>
  );
}
