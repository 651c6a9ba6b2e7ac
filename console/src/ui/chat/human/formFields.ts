import { inputFields, type InputField } from '../appConfig';
import type { AskedForm } from './humanForm';

const types: Record<string, string> = { 'text-input': 'text-input', text: 'text-input', number: 'number', select: 'select', file: 'file', 'file-list': 'file-list', checkbox: 'checkbox' };

/** The fields of a form in the shape of an app's own. */
export function fieldsOf({ inputs, defaults }: Pick<AskedForm, 'inputs' | 'defaults'>): InputField[] {
  return inputs.flatMap((input) => {
    const variable = String(input.output_variable_name ?? input.variable ?? input.name ?? '');
    const first = (input.default as { value?: unknown } | undefined)?.value;
    return inputFields({ user_input_form: [{
      [types[String(input.type)] ?? 'paragraph']: {
        ...input, variable, label: String(input.label || variable), required: input.required === true, default: defaults[variable] ?? first ?? '',
      },
    }] });
  });
}

/** Whether a button is the one that stands out. */
export const isPrimary = (style: string | undefined): boolean => style === 'primary' || style === 'accent';
