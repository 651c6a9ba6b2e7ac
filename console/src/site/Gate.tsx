import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem, problemText } from '../api/problem';
import { signIn } from '../api/session';
import { callsOf, type ChatBackend } from '../ui/chat/ChatBackend';
import { Field } from '../ui/form/Field';
import { FailureNote } from '../ui/form/FailureNote';
import { PlainButton } from '../ui/form/PlainButton';
import { PlainInput } from '../ui/form/PlainInput';
import type { SiteAddress } from './address';
import type { Visit } from './types';

interface GateProps {
  entry: Exclude<Visit['entry'], 'granted'>;
  address: SiteAddress;
  backend: ChatBackend;
  onEntered: () => Promise<unknown>;
}

/** What has to be shown before the page opens: its access code, or who one is. */
export function Gate({ entry, address, backend, onEntered }: GateProps) {
  if (entry === 'code') return <CodeForm backend={backend} onEntered={onEntered} />;
  // The cookie that keeps somebody signed in is not sent from another site's frame.
  return address.embedded ? <OpenOutside address={address} /> : <SignInForm onEntered={onEntered} />;
}

function CodeForm({ backend, onEntered }: Pick<GateProps, 'backend' | 'onEntered'>) {
  const { t } = useTranslation('site');
  const [code, setCode] = useState('');
  const { error, busy, submit } = useSubmit(async () => {
    await callsOf(backend).post(`${backend.ownPath}/code`, { code });
    await onEntered();
  });
  const wrong = error instanceof Problem && error.code === 'sites.wrong_code';
  return (
    <form className="md-site-gate" onSubmit={submit} noValidate>
      <h2>{t('code.title')}</h2>
      <Field label={t('code.label')} error={wrong ? problemText(error) : undefined}>
        {(control) => (
          <PlainInput
            {...control} autoFocus autoComplete="off" spellCheck={false} value={code} onChange={(event) => setCode(event.target.value)}
          />
        )}
      </Field>
      {!wrong && <FailureNote error={error} />}
      <PlainButton type="submit" primary large busy={busy}>{t('code.enter')}</PlainButton>
    </form>
  );
}

function SignInForm({ onEntered }: Pick<GateProps, 'onEntered'>) {
  const { t } = useTranslation('site');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const { error, busy, submit } = useSubmit(async () => {
    await signIn(email.trim(), password);
    await onEntered();
  });
  return (
    <form className="md-site-gate" onSubmit={submit} noValidate>
      <h2>{t('sign_in.title')}</h2>
      <Field label={t('sign_in.email')}>
        {(control) => (
          <PlainInput
            {...control} type="email" autoFocus autoComplete="username" value={email} onChange={(event) => setEmail(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('sign_in.password')}>
        {(control) => (
          <PlainInput
            {...control} type="password" autoComplete="current-password" value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
      <FailureNote error={error} />
      <PlainButton type="submit" primary large busy={busy}>{t('sign_in.enter')}</PlainButton>
    </form>
  );
}

function OpenOutside({ address }: { address: SiteAddress }) {
  const { t } = useTranslation('site');
  return (
    <div className="md-site-gate">
      <h2>{t('sign_in.title')}</h2>
      <p>{t('sign_in.outside')}</p>
      <p><a href={`/s/${encodeURIComponent(address.token)}`} target="_blank" rel="noreferrer">{t('sign_in.open')}</a></p>
    </div>
  );
}

function useSubmit(act: () => Promise<void>) {
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    await act().catch(setError);
    setBusy(false);
  };
  return { error, busy, submit: (event: FormEvent) => void submit(event) };
}
