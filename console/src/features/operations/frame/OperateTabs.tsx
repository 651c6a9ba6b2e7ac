import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useWorkspaceId } from '../../../api/queries';
import '../operations.css';

const shown = ['services', 'ports', 'logs', 'environment', 'backups'] as const;

/** From one page of operations to the next. */
export function OperateTabs() {
  const { t } = useTranslation('operations');
  const ws = useWorkspaceId();
  return (
    <nav className="md-ops-tabs" aria-label={t('tabs')}>
      {shown.map((name) => <NavLink key={name} to={`/w/${ws}/ops/${name}`}>{t(`tab.${name}`)}</NavLink>)}
    </nav>
  );
}
