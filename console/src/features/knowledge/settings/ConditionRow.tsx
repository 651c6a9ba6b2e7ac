import { Input, InputNumber, Select } from 'antd';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MetadataFilter } from '../types';
import { needsValue, operators, takesList } from './operators';
import type { MetadataType } from './types';

type Condition = MetadataFilter['conditions'][number];

interface ConditionRowProps {
  fields: readonly { name: string; type: MetadataType }[];
  condition: Condition;
  /** Of this condition, for screen readers. */
  number: number;
  onChange: (condition: Condition) => void;
  onRemove: () => void;
}

/** One condition of a filter: field, comparison, value. */
export function ConditionRow({ fields, condition, number, onChange, onRemove }: ConditionRowProps) {
  const { t } = useTranslation('bases');
  const { name, comparison_operator: operator } = condition;
  const type = fields.find((field) => field.name === name)?.type ?? 'string';
  // A field that is gone stays shown, so that what was saved can be read and repaired.
  const names = fields.some((field) => field.name === name) ? fields : [...fields, { name, type }];
  const choose = (next: string) => {
    const nextType = fields.find((field) => field.name === next)?.type ?? 'string';
    onChange(nextType === type
      ? { ...condition, name: next }
      : { name: next, comparison_operator: operators[nextType][0]!, value: null });
  };

  return (
    <div className="md-condition" role="group" aria-label={t('filter.condition', { number })}>
      <Select
        aria-label={t('filter.field')} value={name} showSearch popupMatchSelectWidth={false} onChange={choose}
        options={names.map((field) => ({ value: field.name, label: field.name }))}
      />
      <Select
        aria-label={t('filter.operator')} value={operator} popupMatchSelectWidth={false}
        options={operators[type].map((value) => ({ value, label: t(`operator.${value}`) }))}
        onChange={(next: string) => onChange({
          ...condition, comparison_operator: next, value: takesList(next) === takesList(operator) && needsValue(next) ? condition.value : null,
        })}
      />
      {needsValue(operator)
        ? <ConditionValue type={type} isList={takesList(operator)} value={condition.value} onChange={(value) => onChange({ ...condition, value })} />
        : <span />}
      <button type="button" className="md-icon-button" aria-label={t('filter.remove', { number })} onClick={onRemove}><X size={14} /></button>
    </div>
  );
}

interface ConditionValueProps {
  type: MetadataType;
  isList: boolean;
  value: Condition['value'];
  onChange: (value: Condition['value']) => void;
}

function ConditionValue({ type, isList, value, onChange }: ConditionValueProps) {
  const { t } = useTranslation('bases');
  const label = t('filter.value');
  if (isList) {
    return (
      <Select
        mode="tags" aria-label={label} value={Array.isArray(value) ? value as string[] : []} tokenSeparators={[',', ';', '\n']}
        onChange={(next: string[]) => onChange(next)} open={false} suffixIcon={null}
      />
    );
  }
  if (type === 'number') {
    return <InputNumber className="md-field-number" aria-label={label} value={typeof value === 'number' ? value : null} onChange={onChange} />;
  }
  return (
    <Input
      aria-label={label} type={type === 'time' ? 'date' : 'text'} maxLength={2000} value={typeof value === 'string' ? value : ''}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
