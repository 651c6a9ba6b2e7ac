import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/problem';
import { callsOf, type ChatBackend } from '../../ui/chat/ChatBackend';
import { fieldsOf, isPrimary } from '../../ui/chat/human/formFields';
import type { AskedForm } from '../../ui/chat/human/humanForm';
import { HumanFormFields } from '../../ui/chat/human/HumanFormFields';
import { useInputs } from '../../ui/chat/useInputs';
import { Face } from '../../ui/faces/Face';
import { Loading } from '../../ui/faces/Loading';
import { FailureNote } from '../../ui/form/FailureNote';
import { PlainButton } from '../../ui/form/PlainButton';
import { Time } from '../../ui/Time';
import { Toasts } from '../../ui/toast/Toasts';
import type { SiteAddress } from '../address';
import { SiteFrame } from '../SiteFrame';
import type { SiteLook } from '../types';
import './form.css';

interface PublicForm extends AskedForm {
  title: string;
  app_name: string;
  state: 'open' | 'submitted' | 'expired';
  expires_at: string;
}

const address: SiteAddress = { token: '', share: undefined, embedded: false, hosted: false, language: undefined };

const look: SiteLook = {
  title: '', icon_type: 'emoji', icon: '📋', icon_background: null, description: '', copyright: '', privacy_policy: '', custom_disclaimer: '',
  default_language: '', chat_color_theme: null, chat_color_theme_inverted: false, theme: 'system', show_powered_by: true, input_placeholder: '',
};

/** The page that a mail leads to: what a run wants to know from whoever has its address. */
export function FormPage({ token, backend }: { token: string; backend: ChatBackend }) {
  const { t } = useTranslation('form');
  const calls = callsOf(backend);
  const path = `${backend.ownPath}/${encodeURIComponent(token)}`;
  const query = useQuery({
    queryKey: ['form', token], queryFn: ({ signal }) => calls.get<PublicForm>(path, { signal }),
    retry: false, staleTime: Infinity, refetchOnWindowFocus: false,
  });
  const [isDone, setDone] = useState(false);
  const form = query.data;
  const content = () => {
    if (isDone) return <Face role="status" title={t('done')}>{t('done.text')}</Face>;
    if (query.isError) {
      const isGone = query.error instanceof Problem && query.error.status === 404;
      return isGone
        ? <Face role="alert" title={t('gone')}>{t('gone.text')}</Face>
        : <div className="md-form-page"><FailureNote error={query.error} /><PlainButton onClick={() => void query.refetch()}>{t('common:retry')}</PlainButton></div>;
    }
    if (!form) return <Loading rows={4} />;
    if (form.state !== 'open') return <Face title={t(form.state)}>{t(`${form.state}.text`)}</Face>;
    return <OpenForm form={form} send={(answer) => calls.post(path, answer)} onDone={() => setDone(true)} />;
  };
  return <><SiteFrame site={{ ...look, title: form?.app_name ?? t('title') }} address={address}>{content()}</SiteFrame><Toasts /></>;
}

interface OpenFormProps {
  form: PublicForm;
  send: (answer: { action: string; inputs: Record<string, unknown> }) => Promise<unknown>;
  onDone: () => void;
}

function OpenForm({ form, send, onDone }: OpenFormProps) {
  const { t } = useTranslation('form');
  const [busy, setBusy] = useState<string>();
  const [error, setError] = useState<unknown>();
  const all = useMemo(() => fieldsOf(form), [form]);
  // Nobody is signed in here whose files they would be.
  const fields = useMemo(() => all.filter(({ takes }) => !takes), [all]);
  const { values, inputs, setGiven, missing } = useInputs(fields);
  const answer = async (action: string) => {
    setBusy(action);
    setError(undefined);
    try {
      await send({ action, inputs });
      onDone();
    } catch (failure) {
      setError(failure);
    }
    setBusy(undefined);
  };
  return (
    <form className="md-form-page" onSubmit={(event) => event.preventDefault()} noValidate>
      <h2>{form.title}</h2>
      <p className="md-meta">{t('until')} <Time at={Date.parse(form.expires_at) / 1000} /></p>
      <HumanFormFields content={form.content} fields={fields} values={values} onChange={setGiven} />
      {fields.length < all.length && <p className="md-meta">{t('files')}</p>}
      <FailureNote error={error} />
      {missing && <p className="md-meta">{t('missing', { field: missing.label })}</p>}
      <div className="md-form-acts">
        {form.actions.map(({ id, title, button_style }) => (
          <PlainButton
            key={id} large primary={isPrimary(button_style)} busy={busy === id} disabled={busy !== undefined && busy !== id}
            onClick={() => void answer(id)}
          >
            {title || id}
          </PlainButton>
        ))}
      </div>
    </form>
  );
}
