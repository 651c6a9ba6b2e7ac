import { Field } from '../form/Field';
import { PlainInput } from '../form/PlainInput';
import type { InputField } from './appConfig';
import type { ChatSession } from './ChatSession';
import { AddFiles } from './files/AddFiles';
import { Attachments } from './files/Attachments';
import { filesOf } from './files/filesOf';

interface InputFieldsProps {
  fields: readonly InputField[];
  /** Sends the files of the form; without it their fields are not shown. */
  session?: ChatSession;
  values: Record<string, string>;
  onChange: (values: Record<string, string>) => void;
}

/** What an app wants to know before a conversation begins. Without Ant Design, as the public page has none. */
export function InputFields({ fields, session, values, onChange }: InputFieldsProps) {
  const set = (variable: string, value: string) => onChange({ ...values, [variable]: value });
  return (
    <div className="md-inputs">
      {fields.filter(({ hidden, takes }) => !hidden && (!takes || session)).map((field) => (
        <InputLine key={field.variable} field={field} session={session} value={values[field.variable] ?? ''} set={(value) => set(field.variable, value)} />
      ))}
    </div>
  );
}

interface InputLineProps {
  field: InputField;
  session: ChatSession | undefined;
  value: string;
  set: (value: string) => void;
}

function InputLine({ field, session, value, set }: InputLineProps) {
  if (field.type === 'checkbox') {
    return (
      <label className="md-check">
        <input type="checkbox" checked={value === 'true'} onChange={(event) => set(event.target.checked ? 'true' : '')} />
        {field.label}
      </label>
    );
  }
  return (
    <Field label={field.label} optional={!field.required}>
      {(control) => (field.takes && session
        ? <FileControl {...control} field={field} session={session} />
        : <Control {...control} field={field} value={value} set={set} />)}
    </Field>
  );
}

interface ControlProps {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean;
  field: InputField;
}

function FileControl({ id, field, session }: ControlProps & { session: ChatSession }) {
  const store = filesOf(session, field.variable);
  return (
    <div id={id} role="group" aria-label={field.label} className="md-file-field">
      <Attachments store={store} takes={field.takes!} />
      <div className="md-file-buttons"><AddFiles store={store} takes={field.takes!} labelled /></div>
    </div>
  );
}

function Control({ field, value, set, ...control }: ControlProps & { value: string; set: (value: string) => void }) {
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
