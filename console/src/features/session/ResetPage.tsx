import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Field } from '../../ui/form/Field';
import { FailureNote } from '../../ui/form/FailureNote';
import { Frame } from './Frame';
import { PasswordInput } from './PasswordInput';
import { PasswordRules } from './PasswordRules';
import { resetPassword } from './queries';
import { PlainButton } from '../../ui/form/PlainButton';

/** A new password by a link that somebody sent. */
export function ResetPage() {
  const { t } = useTranslation('session');
  const { token = '' } = useParams();
  const [password, setPassword] = useState('');
  const submit = useMutation({ mutationFn: () => resetPassword(token, password) });

  if (submit.isSuccess) {
    return (
      <Frame title={t('reset.done')}>
        <p className="md-soft">{t('reset.done_text')}</p>
        <Link to="/login">{t('login.submit')}</Link>
      </Frame>
    );
  }
  return (
    <Frame title={t('reset.title')}>
      <form
        className="md-frame-stack"
        onSubmit={(event) => {
          event.preventDefault();
          submit.mutate();
        }}
      >
        <Field label={t('change.new')} help={<PasswordRules password={password} error={submit.error} />}>
          {(control) => (
            <PasswordInput
              {...control} required autoFocus autoComplete="new-password" value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          )}
        </Field>
        <FailureNote error={submit.error} />
        <PlainButton primary large type="submit" busy={submit.isPending}>{t('change.submit')}</PlainButton>
      </form>
    </Frame>
  );
}
