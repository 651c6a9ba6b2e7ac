import type { TFunction } from 'i18next';
import { failingChecks } from '../../api/failingChecks';
import { Problem, problemText } from '../../api/problem';
import type { Health } from '../../api/types';

/** Why nobody was signed in: a lock says how many minutes are left, a server that is not ready says which check fails. */
export function signInText(t: TFunction<'session'>, error: unknown, health: Health | undefined): string {
  if (!(error instanceof Problem)) return problemText(error);
  const seconds = Number(error.extensions.retry_after_seconds);
  if (error.code === 'auth.locked' && seconds > 0) return t('login.locked', { minutes: Math.ceil(seconds / 60) });
  if (error.status < 500) return problemText(error);
  const failing = health ? failingChecks(health) : [];
  return failing.length > 0 ? t('login.not_ready', { checks: failing.join(', ') }) : problemText(error);
}
