import { Checkbox, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VariableType } from '../../model/graph';

interface TypedValueProps {
  id?: string;
  label?: string;
  'aria-describedby'?: string;
  'aria-invalid'?: boolean;
  type: VariableType;
  value: unknown;
  /** Numbers as numbers, yes or no as booleans; objects and lists as JSON in a string, as the DSL has them. */
  onChange: (value: unknown) => void;
}

/** A fixed value of a type. */
export function TypedValue({ type, value, onChange, label, 'aria-invalid': _invalid, ...control }: TypedValueProps) {
  const { t } = useTranslation('flowForms');
  const shared = { ...control, 'aria-label': label };
  switch (type) {
    case 'number': case 'integer': case 'float': return (
      <InputNumber
        {...shared} value={value === '' || value === undefined || value === null ? null : Number(value)} style={{ width: '100%' }}
        precision={type === 'integer' ? 0 : undefined} onChange={(next) => onChange(next ?? 0)}
      />
    );
    case 'boolean': return (
      <Checkbox {...shared} checked={value === true || value === 'true'} onChange={(event) => onChange(event.target.checked)}>
        {t(value === true || value === 'true' ? 'value.true' : 'value.false')}
      </Checkbox>
    );
    case 'string': case 'secret': case 'any': return (
      <Input.TextArea
        {...shared} value={typeof value === 'string' ? value : value === undefined || value === null ? '' : JSON.stringify(value)}
        autoSize={{ minRows: 1, maxRows: 6 }} placeholder={t('value.empty')} onChange={(event) => onChange(event.target.value)}
      />
    );
    default: return <JsonValue {...shared} type={type} value={value} onChange={onChange} />;
  }
}

function JsonValue({ type, value, onChange, ...shared }: TypedValueProps) {
  const { t } = useTranslation('flowForms');
  const written = typeof value === 'string' ? value : value === undefined || value === null ? '' : JSON.stringify(value, null, 2);
  const [left, setLeft] = useState(false);
  const isWrong = written.trim() !== '' && !isJsonOf(type, written);
  return (
    <>
      <Input.TextArea
        {...shared} className="md-mono" value={written} autoSize={{ minRows: 1, maxRows: 10 }} spellCheck={false}
        placeholder={type.startsWith('array') ? '[]' : '{}'} status={left && isWrong ? 'error' : undefined}
        onChange={(event) => onChange(event.target.value)} onBlur={() => setLeft(true)}
      />
      {left && isWrong && <p className="md-field-error">{t(type.startsWith('array') ? 'value.no_list' : 'value.no_object')}</p>}
    </>
  );
}

function isJsonOf(type: VariableType, written: string): boolean {
  try {
    const parsed: unknown = JSON.parse(written);
    return type.startsWith('array') ? Array.isArray(parsed) : typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
  } catch {
    return false;
  }
}
