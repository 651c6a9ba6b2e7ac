import { Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { copyText } from '../copy/copyText';
import { toast } from '../toast/toast';
import { Face } from './Face';
import { PlainButton } from '../form/PlainButton';

/** The permission is missing: who can grant it, and a request to copy. */
export function Forbidden({ permission, compact }: { permission: string | undefined; compact?: boolean }) {
  const { t } = useTranslation();
  const copyRequest = async () => {
    const text = t('forbidden.request', { permission: permission ?? '', page: window.location.href });
    const copied = await copyText(text);
    toast(copied ? t('copy.done') : t('copy.by_hand'), { tone: copied ? 'plain' : 'error' });
  };
  return (
    <Face
      icon={Lock}
      title={t('forbidden.title')}
      compact={compact}
      action={<PlainButton onClick={copyRequest}>{t('forbidden.copy')}</PlainButton>}
    >
      {permission ? t('forbidden.text', { permission }) : t('forbidden.text_plain')}
    </Face>
  );
}
