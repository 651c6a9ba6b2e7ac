import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/problem';
import { Field } from '../../ui/form/Field';
import { FailureNote } from '../../ui/form/FailureNote';
import { PasswordInput } from './PasswordInput';
import { PasswordRules } from './PasswordRules';
import { changePassword } from './queries';
import { PlainButton } from '../../ui/form/PlainButton';

interface ChangePasswordFormProps {
  email: string;
  /** The password of the sign-in just before; empty when the page was reloaded meanwhile. */
  current: string;
  onDone: () => Promise<void>;
}

/** The change that a first sign-in asks for. */
export function ChangePasswordForm({ email, current, onDone }: ChangePasswordFormProps) {
  const { t } = useTranslation('session');
  const [typedCurrent, setTypedCurrent] = useState('');
  const [password, setPassword] = useState('');
  const old = current || typedCurrent;
  const submit = useMutation({ mutationFn: () => changePassword(old, password), onSuccess: onDone });
  const code = submit.error instanceof Problem ? submit.error.code : undefined;

  return (
    <form
      className="md-frame-stack"
      onSubmit={(event) => {
        event.preventDefault();
        submit.mutate();
      }}
    >
      <p className="md-soft">{t('change.text')}</p>
      {/* For password managers: which account the new password belongs to. */}
      <input className="md-hidden" autoComplete="username" value={email} readOnly tabIndex={-1} aria-hidden />
      {current === '' && (
        <Field label={t('change.current')}>
          {(control) => (
            <PasswordInput
              {...control} required autoComplete="current-password" value={typedCurrent}
              onChange={(event) => setTypedCurrent(event.target.value)}
            />
          )}
        </Field>
      )}
      <Field label={t('change.new')} help={<PasswordRules password={password} email={email} current={old} error={submit.error} />}>
        {(control) => (
          <PasswordInput
            {...control} required autoFocus autoComplete="new-password" value={password}
            aria-invalid={code === 'auth.password_policy'} onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
      <FailureNote error={submit.error} />
      <PlainButton primary large type="submit" busy={submit.isPending}>{t('change.submit')}</PlainButton>
    </form>
  );
}
