import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspaceId } from '../../../api/queries';
import type { ChatSession } from '../../../ui/chat/ChatSession';
import { consoleBackend } from '../../../ui/chat/consoleBackend';
import { fieldsOf, isPrimary } from '../../../ui/chat/humanForm';
import { HumanFormFields } from '../../../ui/chat/HumanFormFields';
import { sessionOf } from '../../../ui/chat/sessions';
import { useInputs } from '../../../ui/chat/useInputs';
import { FailureNote } from '../../../ui/form/FailureNote';
import { Time } from '../../../ui/Time';
import { FormMails } from './FormMails';
import type { RunStore } from './RunStore';
import type { HumanForm } from './runState';

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
  return (
    <section className="md-human" aria-label={form.title}>
      <h3>‖ {form.title}</h3>
      {form.expiresAt !== undefined && <p className="md-meta">{t('human.until')} <Time at={form.expiresAt / 1000} /></p>}
      <HumanFormFields content={form.content} fields={fields} session={session} values={values} onChange={setGiven} />
      <FormMails runs={runs} form={form.id} />
      <FailureNote error={error} />
      <div className="md-run-acts">
        {form.actions.map(({ id, title, button_style }) => (
          <Button
            key={id} size="small" type={isPrimary(button_style) ? 'primary' : 'default'} loading={busy === id}
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
