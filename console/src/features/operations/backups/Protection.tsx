import { useTranslation } from 'react-i18next';
import { StateTag } from '../../../ui/states/StateTag';
import type { Backup } from '../types';

/** How a backup is encrypted, and whether it holds the keys without which secrets in it stay closed. */
export function Protection({ backup: { encryption, includes_keys } }: { backup: Backup }) {
  const { t } = useTranslation('operations');
  return (
    <>
      {t(`encryption.${encryption}`)}
      <small>{includes_keys ? t('keys.included') : <StateTag state="partial">{t('keys.missing')}</StateTag>}</small>
    </>
  );
}
