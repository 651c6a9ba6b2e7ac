import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/problem';
import { healthQuery } from '../../api/queries';
import { signIn } from '../../api/session';
import type { User } from '../../api/types';
import { Field } from '../../ui/form/Field';
import { PasswordInput } from './PasswordInput';
import '../../ui/form/FailureNote.css';
import { signInText } from './signInText';
import { PlainButton } from '../../ui/form/PlainButton';
import { PlainInput } from '../../ui/form/PlainInput';

interface SignInFormProps {
  onSignedIn: (user: User, password: string) => Promise<void>;
  onForgotten: () => void;
  /** An earlier sign-in still holds. */
  isSignedIn: boolean;
  onContinue: () => Promise<void>;
}

const emailKey = 'middeck.email';

/** E-mail and password. */
export function SignInForm({ onSignedIn, onForgotten, isSignedIn, onContinue }: SignInFormProps) {
  const { t } = useTranslation('session');
  const [email, setEmail] = useState(() => localStorage.getItem(emailKey) ?? '');
  const [password, setPassword] = useState('');
  const [remember, setRemember] = useState(true);
  const health = useQuery(healthQuery);
  const submit = useMutation({
    mutationFn: () => signIn(email.trim(), password),
    onSuccess: async ({ user }) => {
      if (remember) localStorage.setItem(emailKey, email.trim());
      else localStorage.removeItem(emailKey);
      await onSignedIn(user, password);
    },
    onError: (error) => {
      // Which check keeps the server from answering is worth the question.
      if (error instanceof Problem && (error.status === 0 || error.status >= 500)) void health.refetch();
    },
  });

  return (
    <form
      className="md-frame-stack"
      onSubmit={(event) => {
        event.preventDefault();
        submit.mutate();
      }}
    >
      {isSignedIn && (
        <p className="md-soft">
          {t('login.already')} <button type="button" className="md-link" onClick={() => void onContinue()}>{t('login.continue')}</button>
        </p>
      )}
      <Field label={t('email')}>
        {(control) => (
          <PlainInput
            {...control} type="email" required autoComplete="username" autoFocus={email === ''} value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('password')}>
        {(control) => (
          <PasswordInput
            {...control} required autoComplete="current-password" autoFocus={email !== ''} value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
      <div className="md-frame-row">
        <label className="md-check">
          <input type="checkbox" checked={remember} onChange={(event) => setRemember(event.target.checked)} />
          {t('login.remember')}
        </label>
        <button type="button" className="md-link" onClick={onForgotten}>{t('login.forgot')}</button>
      </div>
      {submit.error && (
        <div className="md-failure" role="alert">
          <span className="md-failure-glyph" aria-hidden>✕</span>
          <div>{signInText(t, submit.error, health.data)}</div>
        </div>
      )}
      <PlainButton primary large type="submit" busy={submit.isPending}>{t('login.submit')}</PlainButton>
    </form>
  );
}
