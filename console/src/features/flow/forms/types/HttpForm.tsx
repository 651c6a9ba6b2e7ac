import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import type { NodeFormProps } from '../../model/graph';
import { record, text } from '../logic/reading';
import { Choice } from '../parts/Choice';
import { NumberField } from '../parts/NumberField';
import { Part } from '../parts/Part';
import { TemplateEditor } from '../TemplateEditor';
import { Authorization } from './http/Authorization';
import { Body } from './http/Body';
import { CurlImport } from './http/CurlImport';
import { Pairs } from './http/Pairs';

const methods = ['get', 'post', 'put', 'patch', 'delete', 'head'];
const timeouts = [['connect', 10, 300], ['read', 600, 3600], ['write', 600, 3600]] as const;

/** A request to another system. */
export function HttpForm({ data, onChange }: NodeFormProps) {
  const { t } = useTranslation('flowForms');
  const timeout = record(data.timeout);
  const method = text(data.method).toLowerCase() || 'get';
  return (
    <>
      <Part title={t('http.request')} action={<CurlImport />}>
        <div className="md-nf-request">
          <Choice
            label={t('http.method')} value={method} onChange={(next) => onChange({ method: next })}
            options={[...methods, ...(methods.includes(method) ? [] : [method])].map((value) => ({ value, label: value.toUpperCase() }))}
          />
          <TemplateEditor label={t('http.url')} hideLabel isLine value={text(data.url)} placeholder="https://…" onChange={(url) => onChange({ url })} />
        </div>
      </Part>
      <Part title={t('http.params')}><Pairs value={text(data.params)} addLabel={t('http.add_param')} onChange={(params) => onChange({ params })} /></Part>
      <Part title={t('http.headers')}><Pairs value={text(data.headers)} addLabel={t('http.add_header')} onChange={(headers) => onChange({ headers })} /></Part>
      <Authorization />
      <Body />
      <Part title={t('http.timeouts')} help={t('http.timeouts.help')}>
        <div className="md-nf-three">
          {timeouts.map(([name, usual, max]) => (
            <NumberField
              key={name} label={t(`http.timeout.${name}`)} min={1} max={max} value={Number(timeout[name]) > 0 ? timeout[name] : null}
              placeholder={String(usual)} suffix="s"
              onClear={() => onChange({ timeout: { ...timeout, [name]: undefined } })}
              onChange={(next) => onChange({ timeout: { ...timeout, [name]: next } })}
            />
          ))}
        </div>
        <Checkbox checked={data.ssl_verify !== false} onChange={(event) => onChange({ ssl_verify: event.target.checked })}>{t('http.ssl')}</Checkbox>
      </Part>
    </>
  );
}
