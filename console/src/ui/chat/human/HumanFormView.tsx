import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { inputFields, type InputField } from '../appConfig';
import type { ChatBackend } from '../ChatBackend';
import { ChatSession, type SessionOutlet } from '../ChatSession';
import { InputFields } from '../InputFields';
import { Markdown } from '../markdown/Markdown';
import { useInputs } from '../useInputs';
import { FailureNote } from '../../form/FailureNote';
import { Time } from '../../Time';
import type { FormAnswer, HumanForm } from './humanForm';
import './human.css';

const place = /{{#\$output\.([^#]+)#}}/;

const nowhere: SessionOutlet = { onBegun: () => undefined, onStarted: () => undefined, onSettled: () => undefined, onLost: () => Promise.resolve() };

interface HumanFormViewProps {
  form: HumanForm;
  backend: ChatBackend;
  /** Whose files are attached. */
  app: string;
  /** Refusals are thrown, and shown here. */
  onAnswer: (answer: FormAnswer) => Promise<void>;
}

/** What a person has to say before the run goes on: the text with its fields in their places, and a button per way on. */
export function HumanFormView({ form, backend, app, onAnswer }: HumanFormViewProps) {
  const { t } = useTranslation('human');
  // What is typed and attached here is no part of the conversation around it.
  const [session] = useState(() => new ChatSession(backend, app, { single: true, outlet: nowhere }));
  const [busy, setBusy] = useState<string>();
  const [error, setError] = useState<unknown>();
  const fields = useMemo(() => fieldsOf(form), [form]);
  const { values, inputs, setGiven, missing, sending } = useInputs(fields, session);
  const parts = form.content.split(place);
  const placed = new Set(parts.filter((_, at) => at % 2 === 1).map((name) => name.trim()));

  const answer = async (action: string) => {
    setBusy(action);
    setError(undefined);
    try {
      await onAnswer({ action, inputs });
    } catch (failure) {
      setError(failure);
    }
    setBusy(undefined);
  };
  const one = (field: InputField) => <InputFields key={field.variable} fields={[field]} session={session} values={values} onChange={(next) => setGiven({ ...values, ...next })} />;
  return (
    <section className="md-human" aria-label={form.title}>
      <h3>‖ {form.title}</h3>
      {form.expiresAt !== undefined && <p className="md-meta">{t('until')} <Time at={form.expiresAt / 1000} /></p>}
      {parts.map((part, at) => {
        if (at % 2 === 0) return part.trim() === '' ? null : <Markdown key={at} text={part} />;
        const field = fields.find(({ variable }) => variable === part.trim());
        return field ? one(field) : null;
      })}
      {fields.filter(({ variable }) => !placed.has(variable)).map(one)}
      <FailureNote error={error} />
      <div className="md-human-acts">
        {form.actions.map(({ id, title, button_style }) => (
          <Button
            key={id} size="small" type={button_style === 'primary' || button_style === 'accent' ? 'primary' : 'default'} loading={busy === id}
            disabled={sending || (busy !== undefined && busy !== id)} title={missing && t('missing', { field: missing.label })}
            onClick={() => void answer(id)}
          >
            {title || id}
          </Button>
        ))}
      </div>
    </section>
  );
}

const types: Record<string, string> = { 'text-input': 'text-input', text: 'text-input', number: 'number', select: 'select', file: 'file', 'file-list': 'file-list', checkbox: 'checkbox' };

function fieldsOf({ inputs, defaults }: HumanForm): InputField[] {
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
