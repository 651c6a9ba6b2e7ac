import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChatBackend } from '../ChatBackend';
import { ChatSession, type SessionOutlet } from '../ChatSession';
import { useInputs } from '../useInputs';
import { FailureNote } from '../../form/FailureNote';
import { Time } from '../../Time';
import { fieldsOf, isPrimary } from './formFields';
import type { FormAnswer, HumanForm } from './humanForm';
import { HumanFormFields } from './HumanFormFields';
import './human.css';

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
  return (
    <section className="md-human" aria-label={form.title}>
      <h3>‖ {form.title}</h3>
      {form.expiresAt !== undefined && <p className="md-meta">{t('until')} <Time at={form.expiresAt / 1000} /></p>}
      <HumanFormFields content={form.content} fields={fields} session={session} values={values} onChange={setGiven} />
      <FailureNote error={error} />
      <div className="md-human-acts">
        {form.actions.map(({ id, title, button_style }) => (
          <Button
            key={id} size="small" type={isPrimary(button_style) ? 'primary' : 'default'} loading={busy === id}
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
