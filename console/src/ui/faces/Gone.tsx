import { useTranslation } from 'react-i18next';
import { workspaceInUrl } from '../../api/client';
import { Face } from './Face';

/** Not there, or in another workspace: the two look alike on purpose. */
export function Gone({ compact }: { compact?: boolean }) {
  const { t } = useTranslation();
  const workspace = workspaceInUrl();
  return (
    <Face
      title={t('gone.title')}
      compact={compact}
      // No link of the router: the face also stands on pages that have none.
      action={<a href={workspace ? `/w/${workspace}` : '/'}>{t('gone.home')}</a>}
    >
      {t('gone.text')}
    </Face>
  );
}
