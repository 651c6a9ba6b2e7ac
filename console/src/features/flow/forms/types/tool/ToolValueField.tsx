import { useTranslation } from 'react-i18next';
import type { Parameter } from '../../../../../ui/tools/tools';
import { isTextual, wantedTypes, type ToolValue } from '../../logic/toolValues';
import { text } from '../../logic/reading';
import { Choice } from '../../parts/Choice';
import { TypedValue } from '../../parts/TypedValue';
import { TemplateEditor } from '../../TemplateEditor';
import { VariablePicker } from '../../VariablePicker';

interface ToolValueFieldProps {
  name: string;
  parameter: Parameter;
  value: ToolValue;
  isRequired: boolean;
  onChange: (value: ToolValue) => void;
}

/** One parameter of a tool: a text with references, a fixed value or a variable. */
export function ToolValueField({ name, parameter, value, isRequired, onChange }: ToolValueFieldProps) {
  const { t } = useTranslation('flowForms');
  const label = isRequired ? `${name} *` : name;
  const isVariable = value.type === 'variable';
  const isText = isTextual(parameter);
  const toggle = (
    <button
      type="button" className="md-nf-toggle" aria-pressed={isVariable} aria-label={t('tool.as_variable', { name })}
      onClick={() => onChange(isVariable ? { type: isText ? 'mixed' : 'constant', value: undefined } : { type: 'variable', value: [] })}
    >
      {t('tool.variable')}
    </button>
  );
  return (
    <div className="md-field">
      {isText && !isVariable
        ? (
          <TemplateEditor
            label={label} isLine value={typeof value.value === 'string' ? value.value : value.value == null ? '' : String(value.value)}
            onChange={(next) => onChange({ type: 'mixed', value: next })}
          />
        )
        : (
          <>
            <div className="md-nf-line"><span className="md-soft">{label}</span>{toggle}</div>
            {isVariable
              ? <VariablePicker label={name} value={value.value} wanted={wantedTypes(parameter)} onChange={(next) => onChange({ type: 'variable', value: next })} />
              : parameter.enum
                ? (
                  <Choice
                    label={name} value={text(value.value) || undefined} options={parameter.enum.map((one) => ({ value: one, label: one }))}
                    onChange={(next) => onChange({ type: 'constant', value: next })}
                  />
                )
                : (
                  <TypedValue
                    label={name} type={parameter.type === 'array' ? 'array[any]' : parameter.type ?? 'string'} value={value.value}
                    onChange={(next) => onChange({ type: 'constant', value: next })}
                  />
                )}
          </>
        )}
      {parameter.description && <p className="md-field-help">{parameter.description}</p>}
    </div>
  );
}
