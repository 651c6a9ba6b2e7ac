import { useTranslation } from 'react-i18next';
import { typeIn, useForm, writable } from '../FormContext';
import { operandType, operationsOf, takesValue } from '../logic/operators';
import { isSelector, text } from '../logic/reading';
import { Choice } from '../parts/Choice';
import { TypedValue } from '../parts/TypedValue';
import { VariablePicker } from '../VariablePicker';

interface AssignmentProps {
  /** `{variable_selector, operation, input_type, value}` */
  value: Record<string, unknown>;
  onChange: (value: Record<string, unknown>) => void;
}

const numeric = ['+=', '-=', '*=', '/='];

/** The value that an operation begins with, and where it comes from. */
const operandFor = (operation: string): Record<string, unknown> =>
  (operation === 'set' ? { input_type: 'constant', value: '' }
    : numeric.includes(operation) ? { input_type: 'constant', value: 1 }
    : { input_type: 'variable', value: [] });

/** One write to a variable. */
export function Assignment({ value, onChange }: AssignmentProps) {
  const { t } = useTranslation('flowForms');
  const { variables } = useForm();
  const targets = writable(variables);
  const type = typeIn(targets, value.variable_selector);
  const operation = text(value.operation);
  const operations = operationsOf(type);
  const isVariable = value.input_type === 'variable';
  const wanted = operandType(operation, type);
  const choose = (next: string) => onChange({ ...value, operation: next, ...(takesValue(next) ? operandFor(next) : { value: '' }) });
  return (
    <>
      <VariablePicker
        label={t('assign.target')} value={value.variable_selector} groups={targets}
        onChange={(variable_selector) => {
          const allowed = operationsOf(typeIn(targets, variable_selector));
          onChange({ ...value, variable_selector, ...(!allowed.includes(operation) && { operation: allowed[0], ...operandFor(allowed[0]!) }) });
        }}
      />
      {targets.length === 0 && <p className="md-field-help">{t('assign.nothing')}</p>}
      {isSelector(value.variable_selector) && (
        <div className="md-nf-compare">
          <Choice
            label={t('assign.operation')} value={operation || undefined} onChange={choose}
            options={operations.map((one) => ({ value: one, label: t(`assign.operation.${one}`) }))}
          />
          {numeric.includes(operation) && (
            <button
              type="button" className="md-nf-toggle" aria-pressed={isVariable}
              onClick={() => onChange({ ...value, ...(isVariable ? operandFor(operation) : { input_type: 'variable', value: [] }) })}
            >
              {t(isVariable ? 'assign.from_variable' : 'assign.fixed')}
            </button>
          )}
        </div>
      )}
      {takesValue(operation) && isSelector(value.variable_selector) && (isVariable
        ? (
          <VariablePicker
            label={t('assign.value')} value={value.value} wanted={operation === 'over-write' && wanted === 'any' ? undefined : [wanted]}
            onChange={(next) => onChange({ ...value, value: next })}
          />
        )
        : <TypedValue label={t('assign.value')} type={wanted} value={value.value} onChange={(next) => onChange({ ...value, value: next })} />)}
    </>
  );
}
