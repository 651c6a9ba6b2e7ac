import { Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../../ui/form/Field';
import type { OfferedTool, Parameter } from '../../../../ui/tools/tools';

interface ToolParametersProps {
  offered: OfferedTool;
  values: Record<string, unknown>;
  onChange: (values: Record<string, unknown>) => void;
}

/** A form made of the tool's schema: what is filled in is fixed, what is empty is the model's to choose. */
export function ToolParameters({ offered, values, onChange }: ToolParametersProps) {
  const { t } = useTranslation('agent');
  const parameters = Object.entries(offered.parameters.properties ?? {}).filter(([, { type }]) => type !== undefined && type !== 'array' && type !== 'object');
  if (parameters.length === 0) return null;
  const filled = parameters.filter(([name]) => values[name] !== undefined && values[name] !== '').length;
  const set = (name: string, value: unknown) => {
    const rest = Object.fromEntries(Object.entries(values).filter(([other]) => other !== name));
    onChange(value === undefined || value === null || value === '' ? rest : { ...rest, [name]: value });
  };

  return (
    <details className="md-tool-parameters">
      <summary>{t('tools.parameters')}{filled > 0 && <span className="md-meta"> {filled}</span>}</summary>
      <p className="md-quiet">{t('tools.parameters.help')}</p>
      {parameters.map(([name, parameter]) => (
        <Field key={name} label={name} help={parameter.description}>
          {(control) => <Value {...control} parameter={parameter} value={values[name]} onChange={(value) => set(name, value)} />}
        </Field>
      ))}
    </details>
  );
}

interface ValueProps {
  id: string;
  'aria-describedby': string | undefined;
  parameter: Parameter;
  value: unknown;
  onChange: (value: unknown) => void;
}

function Value({ parameter, value, onChange, ...control }: ValueProps) {
  const { t } = useTranslation('agent');
  const placeholder = t('tools.parameters.model');
  if (parameter.enum || parameter.type === 'boolean') {
    const options = parameter.enum?.map((one) => ({ value: one as string | boolean, label: one }))
      ?? [{ value: true, label: t('parameter.true') }, { value: false, label: t('parameter.false') }];
    return (
      <Select
        {...control} allowClear placeholder={placeholder} style={{ width: '100%' }} options={options}
        value={value as string | boolean | undefined} onChange={onChange}
      />
    );
  }

  if (parameter.type === 'integer' || parameter.type === 'number') {
    return (
      <InputNumber
        {...control} placeholder={placeholder} style={{ width: '100%' }} precision={parameter.type === 'integer' ? 0 : undefined}
        value={(value as number | undefined) ?? null} onChange={onChange}
      />
    );
  }

  return (
    <Input {...control} placeholder={placeholder} value={(value as string | undefined) ?? ''} onChange={(event) => onChange(event.target.value)} />
  );
}
