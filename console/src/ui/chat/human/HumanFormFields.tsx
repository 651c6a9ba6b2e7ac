import type { InputField } from '../appConfig';
import type { ChatSession } from '../ChatSession';
import { InputFields } from '../InputFields';
import { Markdown } from '../markdown/Markdown';

interface HumanFormFieldsProps {
  content: string;
  fields: readonly InputField[];
  /** Sends the files of the form; without it their fields are not shown. */
  session?: ChatSession;
  values: Record<string, string>;
  onChange: (values: Record<string, string>) => void;
}

const place = /{{#\$output\.([^#]+)#}}/;

/** The text of a form with its fields in their places; those that have none stand below. Without Ant Design, as the public page has none. */
export function HumanFormFields({ content, fields, session, values, onChange }: HumanFormFieldsProps) {
  const parts = content.split(place);
  const placed = new Set(parts.filter((_, at) => at % 2 === 1).map((name) => name.trim()));
  const one = (field: InputField) => (
    <InputFields key={field.variable} fields={[field]} session={session} values={values} onChange={(next) => onChange({ ...values, ...next })} />
  );
  return (
    <>
      {parts.map((part, at) => {
        if (at % 2 === 0) return part.trim() === '' ? null : <Markdown key={at} text={part} />;
        const field = fields.find(({ variable }) => variable === part.trim());
        return field ? one(field) : null;
      })}
      {fields.filter(({ variable }) => !placed.has(variable)).map(one)}
    </>
  );
}
