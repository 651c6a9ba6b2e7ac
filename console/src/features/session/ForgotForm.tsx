import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../ui/form/Field';
import { FailureNote } from '../../ui/form/FailureNote';
import { forgotPassword } from './queries';
import { PlainButton } from '../../ui/form/PlainButton';
import { PlainInput } from '../../ui/form/PlainInput';

/** Asks for a link by mail. The answer is the same whether the address is known or not. */
export function ForgotForm({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation('session');
  const [email, setEmail] = useState('');
  const submit = useMutation({ mutationFn: () => forgotPassword(email.trim()) });

  return (
    <form
      className="md-frame-stack"
      onSubmit={(event) => {
        event.preventDefault();
        submit.mutate();
      }}
    >
      <p className="md-soft" role="status">{submit.isSuccess ? t('forgot.sent') : t('forgot.text')}</p>
      {!submit.isSuccess && (
        <>
          <Field label={t('email')}>
            {(control) => (
              <PlainInput
                {...control} type="email" required autoFocus autoComplete="username" value={email}
                onChange={(event) => setEmail(event.target.value)}
              />
            )}
          </Field>
          <FailureNote error={submit.error} />
          <PlainButton primary large type="submit" busy={submit.isPending}>{t('forgot.submit')}</PlainButton>
        </>
      )}
      <button type="button" className="md-link" onClick={onBack}>{t('back')}</button>
    </form>
  );
}
