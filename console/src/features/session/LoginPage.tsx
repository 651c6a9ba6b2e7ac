import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { meQuery } from '../../api/queries';
import { ChangePasswordForm } from './ChangePasswordForm';
import { ForgotForm } from './ForgotForm';
import { Frame } from './Frame';
import { safeNext } from './safeNext';
import { SignInForm } from './SignInForm';
import { sessionQuery } from './queries';

/** Signing in, and the change of password that a first sign-in asks for. */
export function LoginPage() {
  const { t } = useTranslation('session');
  const navigate = useNavigate();
  const cache = useQueryClient();
  const [search] = useSearchParams();
  const [isForgotten, setForgotten] = useState(false);
  // Kept for the change that may follow, so that it does not have to be typed twice. Gone with the page.
  const [password, setPassword] = useState('');
  const session = useQuery(sessionQuery);
  const me = useQuery({ ...meQuery(null), enabled: session.data === true });

  const enter = async () => {
    cache.clear();
    await navigate(safeNext(search.get('next')), { replace: true });
  };

  if (me.data?.must_change_password) {
    return (
      <Frame title={t('change.title')}>
        <ChangePasswordForm email={me.data.email} current={password} onDone={enter} />
      </Frame>
    );
  }
  if (isForgotten) return <Frame title={t('forgot.title')}><ForgotForm onBack={() => setForgotten(false)} /></Frame>;

  return (
    <Frame title={t('login.title')}>
      <SignInForm
        onForgotten={() => setForgotten(true)}
        onSignedIn={async (user, typed) => {
          if (!user.must_change_password) return enter();
          setPassword(typed);
          await cache.invalidateQueries({ queryKey: sessionQuery.queryKey });
        }}
        isSignedIn={me.data !== undefined}
        onContinue={enter}
      />
    </Frame>
  );
}
