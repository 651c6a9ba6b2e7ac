import { Checkbox, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../../ui/form/Field';
import type { NodeFormProps } from '../../model/graph';
import { freeName, list, text } from '../logic/reading';
import { Choice } from '../parts/Choice';
import { NameField } from '../parts/NameField';
import { NumberField } from '../parts/NumberField';
import { Part } from '../parts/Part';
import { Rows } from '../parts/Rows';
import { SwitchPart } from '../parts/SwitchPart';

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'];
const contents = ['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain', 'application/octet-stream'];
const sections = [
  { field: 'params', types: ['string', 'number', 'boolean'] },
  { field: 'headers', types: [] },
  { field: 'body', types: ['string', 'number', 'boolean', 'object', 'array[string]', 'array[number]', 'array[boolean]', 'array[object]', 'file'] },
] as const;

/** A call from outside that begins a run, and what of it can be read. */
export function WebhookForm({ data, onChange }: NodeFormProps) {
  const { t } = useTranslation('flowForms');
  return (
    <>
      <Part title={t('webhook.call')}>
        <div className="md-nf-pair">
          <Choice label={t('http.method')} value={text(data.method).toUpperCase() || 'POST'} options={methods.map((value) => ({ value, label: value }))} onChange={(method) => onChange({ method })} />
          <Choice
            label={t('webhook.content')} value={text(data.content_type) || contents[0]}
            options={contents.map((value) => ({ value, label: value }))}
            onChange={(content_type) => onChange({ content_type })}
          />
        </div>
      </Part>
      {sections.map(({ field, types }) => {
        const items = list(data[field]);
        const names = items.map(({ name }) => text(name));
        return (
          <Part key={field} title={t(`webhook.${field}`)}>
            <Rows
              items={items} addLabel={t('webhook.add')} nameOf={({ name }) => text(name)} onChange={(next) => onChange({ [field]: next })}
              add={() => ({ name: field === 'headers' ? '' : freeName('field', names), ...(types.length > 0 && { type: 'string' }), required: false })}
              row={(one, set, at) => (
                <>
                  <div className="md-nf-pair">
                    <NameField
                      isFree={field === 'headers'} value={names[at]!} label={t('name')} taken={names.filter((_, other) => other !== at)}
                      onChange={(name) => set({ ...one, name })}
                    />
                    {types.length > 0 && (
                      <Choice
                        label={t('type')} value={text(one.type) || 'string'}
                        options={types.map((value) => ({ value: value as string, label: value }))}
                        onChange={(type) => set({ ...one, type })}
                      />
                    )}
                  </div>
                  <Checkbox checked={one.required === true} onChange={(event) => set({ ...one, required: event.target.checked })}>{t('required')}</Checkbox>
                </>
              )}
            />
          </Part>
        );
      })}
      <SwitchPart
        title={t('webhook.sync')} help={t(data.async_mode === false ? 'webhook.sync.on' : 'webhook.sync.off')}
        isOn={data.async_mode === false}
        onSwitch={(isOn) => onChange({ async_mode: !isOn })}
      >
        <NumberField label={t('webhook.timeout')} min={1} max={300} value={data.timeout ?? 30} suffix="s" onChange={(timeout) => onChange({ timeout })} />
      </SwitchPart>
      <Part title={t('webhook.response')}>
        <NumberField label={t('webhook.status')} min={200} max={399} value={data.status_code ?? 200} onChange={(status_code) => onChange({ status_code })} />
        <Field label={t('webhook.response_body')} optional>
          {(control) => (
            <Input.TextArea
              {...control} className="md-mono" value={text(data.response_body)} autoSize={{ minRows: 2, maxRows: 8 }} spellCheck={false}
              onChange={(event) => onChange({ response_body: event.target.value })}
            />
          )}
        </Field>
      </Part>
    </>
  );
}
