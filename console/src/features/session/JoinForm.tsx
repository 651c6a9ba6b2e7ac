import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { acceptAnswer } from '../../api/session';
import type { Invitation } from '../../api/types';
import { Field } from '../../ui/form/Field';
import { FailureNote } from '../../ui/form/FailureNote';
import { PasswordInput } from './PasswordInput';
import { PasswordRules } from './PasswordRules';
import { acceptInvitation, sessionQuery } from './queries';
import { PlainButton } from '../../ui/form/PlainButton';
import { PlainInput } from '../../ui/form/PlainInput';

interface JoinFormProps {
  token: string;
  invitation: Invitation;
}

/** Joins: at once when signed in, after signing in when the account exists, else with a new account. */
export function JoinForm({ token, invitation }: JoinFormProps) {
  const { t } = useTranslation('session');
  const navigate = useNavigate();
  const cache = useQueryClient();
  const session = useQuery(sessionQuery);
  const [name, setName] = useState('');
  const [email, setEmail] = useState(invitation.email ?? '');
  const [password, setPassword] = useState('');
  const join = useMutation({
    mutationFn: (account?: { name: string; email: string; password: string }) => acceptInvitation(token, account),
    onSuccess: async (answer) => {
      if (answer) acceptAnswer(answer);
      // All of the former person's, but for the invitation: the page is still there for a moment and would ask for it in vain.
      cache.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'invitation' });
      await navigate('/', { replace: true });
    },
  });

  if (session.isPending) return null;
  if (session.data) {
    return (
      <div className="md-frame-stack">
        <FailureNote error={join.error} />
        <PlainButton primary large busy={join.isPending} onClick={() => join.mutate(undefined)}>
          {t('invite.join')}
        </PlainButton>
      </div>
    );
  }
  if (invitation.account_exists) {
    return <Link to={`/login?next=${encodeURIComponent(`/invite/${token}`)}`}>{t('invite.sign_in')}</Link>;
  }
  return (
    <form
      className="md-frame-stack"
      onSubmit={(event) => {
        event.preventDefault();
        join.mutate({ name: name.trim(), email: email.trim(), password });
      }}
    >
      <Field label={t('name')}>
        {(control) => (
          <PlainInput {...control} required autoFocus autoComplete="name" value={name} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
      <Field label={t('email')}>
        {(control) => (
          <PlainInput
            {...control} type="email" required autoComplete="username" readOnly={invitation.email !== null}
            value={email} onChange={(event) => setEmail(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('password')} help={<PasswordRules password={password} email={email} error={join.error} />}>
        {(control) => (
          <PasswordInput
            {...control} required autoComplete="new-password" value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
      <FailureNote error={join.error} />
      <PlainButton primary large type="submit" busy={join.isPending}>{t('invite.join')}</PlainButton>
    </form>
  );
}
