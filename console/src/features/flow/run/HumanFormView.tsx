import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspaceId } from '../../../api/queries';
import { inputFields, type InputField } from '../../../ui/chat/appConfig';
import type { ChatSession } from '../../../ui/chat/ChatSession';
import { consoleBackend } from '../../../ui/chat/consoleBackend';
import { InputFields } from '../../../ui/chat/InputFields';
import { Markdown } from '../../../ui/chat/markdown/Markdown';
import { sessionOf } from '../../../ui/chat/sessions';
import { useInputs } from '../../../ui/chat/useInputs';
import { FailureNote } from '../../../ui/form/FailureNote';
import { Time } from '../../../ui/Time';
import type { RunStore } from './RunStore';
import type { HumanForm } from './runState';

const place = /{{#\$output\.([^#]+)#}}/;

/** What a person has to say before the run goes on: the text with its fields in their places, and a button per way on. */
export function HumanFormView({ form, runs, onAnswered }: { form: HumanForm; runs: RunStore; onAnswered?: () => void }) {
  const { t } = useTranslation('flowRun');
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const [session] = useState<ChatSession>(() => sessionOf(cache, { backend: consoleBackend(ws), app: runs.app, draft: true, single: true }));
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
      await runs.answer(form.id, { action, inputs });
      onAnswered?.();
    } catch (failure) {
      setError(failure);
    }
    setBusy(undefined);
  };
  const one = (field: InputField) => <InputFields key={field.variable} fields={[field]} session={session} values={values} onChange={(next) => setGiven({ ...values, ...next })} />;
  return (
    <section className="md-human" aria-label={form.title}>
      <h3>‖ {form.title}</h3>
      {form.expiresAt !== undefined && <p className="md-meta">{t('human.until')} <Time at={form.expiresAt / 1000} /></p>}
      {parts.map((part, at) => {
        if (at % 2 === 0) return part.trim() === '' ? null : <Markdown key={at} text={part} />;
        const field = fields.find(({ variable }) => variable === part.trim());
        return field ? one(field) : null;
      })}
      {fields.filter(({ variable }) => !placed.has(variable)).map(one)}
      <FailureNote error={error} />
      <div className="md-run-acts">
        {form.actions.map(({ id, title, button_style }) => (
          <Button
            key={id} size="small" type={button_style === 'primary' || button_style === 'accent' ? 'primary' : 'default'} loading={busy === id}
            disabled={sending || (busy !== undefined && busy !== id)} title={missing && t('human.missing', { field: missing.label })}
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
