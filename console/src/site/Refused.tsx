import { useTranslation } from 'react-i18next';
import { Problem, problemText } from '../api/problem';
import { TraceLine } from '../ui/faces/ErrorFace';
import { Face } from '../ui/faces/Face';
import { PlainButton } from '../ui/form/PlainButton';
import { signOut } from '../api/session';
import type { SiteAddress } from './address';

interface RefusedProps {
  error: unknown;
  address: SiteAddress;
  onRetry: () => void;
}

// What trying again changes nothing about.
const final = ['sites.not_found', 'sites.off', 'sites.expired', 'sites.network_refused', 'sites.identity_refused'];

/** Why there is nothing to see, and what to do. */
export function Refused({ error, address, onRetry }: RefusedProps) {
  const { t } = useTranslation('site');
  const problem = error instanceof Problem ? error : undefined;
  const code = problem?.code ?? '';
  const title = code.startsWith('sites.') ? t(`refused.${code.slice(6)}`, t('refused.title')) : t('refused.title');
  const asOther = async () => {
    await signOut();
    onRetry();
  };
  return (
    <main className="md-site-face" data-embedded={address.embedded || undefined}>
      <Face
        role="alert"
        title={title}
        action={code === 'sites.not_member'
          ? <PlainButton onClick={() => void asOther()}>{t('sign_in.other')}</PlainButton>
          : !final.includes(code) && <PlainButton onClick={onRetry}>{t('common:retry')}</PlainButton>}
      >
        {problemText(error)}
        {problem?.traceId && problem.status >= 500 && <TraceLine problem={problem} />}
      </Face>
    </main>
  );
}
