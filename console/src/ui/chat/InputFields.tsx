import { Input, InputNumber, Select } from 'antd';
import { Field } from '../form/Field';
import type { InputField } from './appConfig';

interface InputFieldsProps {
  fields: readonly InputField[];
  values: Record<string, string>;
  onChange: (values: Record<string, string>) => void;
}

/** What an app wants to know before a conversation begins. */
export function InputFields({ fields, values, onChange }: InputFieldsProps) {
  const set = (variable: string, value: string) => onChange({ ...values, [variable]: value });
  return (
    <div className="md-inputs">
      {fields.map((field) => (
        <Field key={field.variable} label={field.label} optional={!field.required}>
          {(control) => <Control {...control} field={field} value={values[field.variable] ?? ''} set={(value) => set(field.variable, value)} />}
        </Field>
      ))}
    </div>
  );
}

interface ControlProps {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean;
  field: InputField;
  value: string;
  set: (value: string) => void;
}

function Control({ field, value, set, ...control }: ControlProps) {
  switch (field.type) {
    case 'select': return (
      <Select
        id={control.id} value={value || undefined} allowClear={!field.required} onChange={(next?: string) => set(next ?? '')}
        options={field.options.map((option) => ({ value: option, label: option }))}
      />
    );
    case 'number': return (
      <InputNumber
        {...control} value={value === '' ? null : Number(value)} style={{ width: '100%' }}
        onChange={(next) => set(next === null ? '' : String(next))}
      />
    );
    case 'paragraph': return (
      <Input.TextArea
        {...control} value={value} maxLength={field.maxLength} autoSize={{ minRows: 2, maxRows: 8 }}
        onChange={(event) => set(event.target.value)}
      />
    );
    default: return (
      <Input {...control} value={value} maxLength={field.maxLength} onChange={(event) => set(event.target.value)} />
    );
  }
}
