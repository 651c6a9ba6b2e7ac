import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { attributeOperators, attributeValues, fileAttributes, needsValue } from '../logic/operators';
import { text, texts } from '../logic/reading';
import { TemplateEditor } from '../TemplateEditor';
import { Choice } from './Choice';

interface AttributeConditionProps {
  /** `{key, comparison_operator, value}` */
  value: Record<string, unknown>;
  onChange: (value: Record<string, unknown>) => void;
}

/** A comparison of an attribute of a file. */
export function AttributeCondition({ value, onChange }: AttributeConditionProps) {
  const { t } = useTranslation('flowForms');
  const key = text(value.key);
  const operator = text(value.comparison_operator);
  const fixed = attributeValues[key];
  const chosen = Array.isArray(value.value) ? texts(value.value) : text(value.value) ? [text(value.value)] : [];
  return (
    <>
      <div className="md-nf-pair">
        <Choice
          label={t('file.attribute')} value={key || undefined}
          options={fileAttributes.map((one) => ({ value: one as string, label: t(`file.${one}`) }))}
          onChange={(next) => onChange({
            ...value, key: next, comparison_operator: attributeOperators(next)[0], value: attributeValues[next] ? [] : '',
            varType: next === 'size' ? 'number' : 'string',
          })}
        />
        <Choice
          label={t('condition.operator')} value={operator || undefined}
          options={attributeOperators(key).map((one) => ({ value: one, label: t(`operator.${one}`, { defaultValue: one }) }))}
          onChange={(comparison_operator) => onChange({ ...value, comparison_operator })}
        />
      </div>
      {fixed && (
        <Select
          mode="multiple" value={chosen} aria-label={t('condition.value')} placeholder={t('condition.value')} style={{ width: '100%' }}
          options={fixed.map((one) => ({ value: one, label: t(key === 'type' ? `files.kind.${one}` : `files.method.${one}`) }))}
          onChange={(next: string[]) => onChange({ ...value, value: next })}
        />
      )}
      {!fixed && needsValue(operator) && (
        <TemplateEditor
          label={t('condition.value')} hideLabel isLine value={text(value.value)}
          placeholder={key === 'size' ? t('file.bytes') : t('condition.value')}
          onChange={(next) => onChange({ ...value, value: next })}
        />
      )}
    </>
  );
}
