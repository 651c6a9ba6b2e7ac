import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useWorkspaceId } from '../../../api/queries';

const tabs = ['build', 'logs', 'insight', 'evaluation', 'annotations', 'access', 'versions'] as const;

/** The tabs of an app; each has its address. */
export function AppTabs({ app, tab }: { app: string; tab: string }) {
  const { t } = useTranslation('apps');
  const ws = useWorkspaceId();
  return (
    <nav className="md-app-tabs" aria-label={t('tabs')}>
      {tabs.map((name) => (
        <Link
          key={name} to={`/w/${ws}/apps/${app}${name === 'build' ? '' : `/${name}`}`}
          aria-current={name === tab ? 'page' : undefined}
        >
          {t(`tab.${name}`)}
        </Link>
      ))}
    </nav>
  );
}
