import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/problem';
import { passwordPolicyQuery } from '../../api/queries';
import { isRuleMet, type PasswordFacts } from '../../ui/form/passwordRules';

interface PasswordRulesProps extends Omit<PasswordFacts, 'minLength'> {
  /** What the server said of the last try. */
  error: unknown;
}

/** The rules of a new password, ticking off while it is typed. */
export function PasswordRules({ error, ...facts }: PasswordRulesProps) {
  const { t } = useTranslation('session');
  const { data: policy } = useQuery(passwordPolicyQuery);
  if (!policy) return null;
  const refused = error instanceof Problem && Array.isArray(error.extensions.failed_rules) ? error.extensions.failed_rules : [];

  return (
    <ul className="md-rules" aria-live="polite">
      {policy.rules.map((rule) => {
        const met = isRuleMet(rule, { ...facts, minLength: policy.min_length });
        const state = met ? 'met' : refused.includes(rule) ? 'refused' : 'open';
        return (
          <li key={rule} data-state={state}>
            <span aria-hidden>{state === 'met' ? '✓' : state === 'refused' ? '✕' : '○'}</span>
            {t(`rule.${rule}`, { length: policy.min_length, defaultValue: rule })}
            {state === 'met' && <span className="md-hidden">{t('rule.met')}</span>}
          </li>
        );
      })}
    </ul>
  );
}
