import { Field } from '../form/Field';
import { PlainInput } from '../form/PlainInput';
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

// Without Ant Design, as the public page has none.
function Control({ field, value, set, ...control }: ControlProps) {
  switch (field.type) {
    case 'select': return (
      <select {...control} className="md-select" value={value} onChange={(event) => set(event.target.value)}>
        <option value="" disabled={field.required} />
        {field.options.map((option) => <option key={option}>{option}</option>)}
      </select>
    );
    case 'number': return (
      <PlainInput {...control} type="number" step="any" value={value} onChange={(event) => set(event.target.value)} />
    );
    case 'paragraph': return (
      <textarea
        {...control} className="md-text-area" rows={3} value={value} maxLength={field.maxLength}
        onChange={(event) => set(event.target.value)}
      />
    );
    default: return (
      <PlainInput {...control} value={value} maxLength={field.maxLength} onChange={(event) => set(event.target.value)} />
    );
  }
}
