import { useTranslation } from 'react-i18next';
import type { VariableGroup } from '../../model/graph';
import { typeIn } from '../FormContext';
import { aboutVariable, comparesFiles, typeOfCondition, withOperator } from '../logic/conditions';
import { needsValue, operatorsOf } from '../logic/operators';
import { isSelector, text } from '../logic/reading';
import { TemplateEditor } from '../TemplateEditor';
import { VariablePicker } from '../VariablePicker';
import { Choice } from './Choice';
import { SubConditions } from './SubConditions';

interface ConditionProps {
  value: Record<string, unknown>;
  onChange: (value: Record<string, unknown>) => void;
  groups: readonly VariableGroup[];
}

/** One comparison of a variable. */
export function Condition({ value, onChange, groups }: ConditionProps) {
  const { t } = useTranslation('flowForms');
  const type = typeOfCondition(value, typeIn(groups, value.variable_selector));
  const operator = text(value.comparison_operator);
  const operators = operatorsOf(type);
  const shown = operator === '' || operators.includes(operator) ? operators : [operator, ...operators];
  return (
    <>
      <VariablePicker
        label={t('condition.variable')} value={value.variable_selector} groups={groups}
        onChange={(selector) => onChange(aboutVariable(value, selector, typeIn(groups, selector)))}
      />
      {isSelector(value.variable_selector) && (
        <div className="md-nf-compare">
          <Choice
            label={t('condition.operator')} value={operator || undefined}
            options={shown.map((one) => ({ value: one, label: t(`operator.${one}`, { defaultValue: one }) }))}
            onChange={(next) => onChange(withOperator(value, next, type))}
          />
          {needsValue(operator) && !comparesFiles(operator, type) && (
            <Expected type={type} value={value.value} groups={groups} onChange={(next) => onChange({ ...value, value: next })} />
          )}
        </div>
      )}
      {comparesFiles(operator, type) && (
        <SubConditions value={value.sub_variable_condition} onChange={(sub_variable_condition) => onChange({ ...value, sub_variable_condition })} />
      )}
    </>
  );
}

interface ExpectedProps {
  type: string | undefined;
  value: unknown;
  onChange: (value: unknown) => void;
  groups: readonly VariableGroup[];
}

function Expected({ type, value, onChange, groups }: ExpectedProps) {
  const { t } = useTranslation('flowForms');
  if (type === 'boolean' || type === 'array[boolean]') {
    return (
      <Choice
        label={t('condition.value')} value={value === true || value === 'true' || value === 'True' ? 'true' : 'false'}
        options={(['true', 'false'] as const).map((one) => ({ value: one as string, label: t(`value.${one}`) }))}
        onChange={(next) => onChange(next === 'true')}
      />
    );
  }
  return (
    <TemplateEditor
      label={t('condition.value')} hideLabel isLine groups={groups}
      value={typeof value === 'string' ? value : value === undefined || value === null ? '' : String(value)}
      placeholder={t('condition.value')} onChange={onChange}
    />
  );
}
