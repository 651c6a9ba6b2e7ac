import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
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
      action={<Link to={workspace ? `/w/${workspace}` : '/'}>{t('gone.home')}</Link>}
    >
      {t('gone.text')}
    </Face>
  );
}
