import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useWorkspaceId } from '../../../api/queries';
import { buildPath } from '../kinds';
import { prepareTab } from './tabs';

const tabs = ['build', 'logs', 'insight', 'evaluation', 'annotations', 'access', 'versions'] as const;
// Apps of graphs keep every run; what has no conversations has nothing to annotate either.
const ofKind: Record<string, readonly string[]> = {
  'advanced-chat': ['build', 'runs', 'logs', 'insight', 'evaluation', 'annotations', 'access', 'versions'],
  workflow: ['build', 'runs', 'access', 'versions'],
};

/** The tabs of an app; each has its address. */
export function AppTabs({ app, mode = '', tab }: { app: string; mode?: string; tab: string }) {
  const { t } = useTranslation('apps');
  const ws = useWorkspaceId();
  return (
    <nav className="md-app-tabs" aria-label={t('tabs')}>
      {(ofKind[mode] ?? tabs).map((name) => (
        <Link
          key={name} to={`/w/${ws}/${name === 'build' ? buildPath({ id: app, mode }) : `apps/${app}/${name}`}`}
          aria-current={name === tab ? 'page' : undefined}
          onPointerEnter={() => prepareTab(name)} onFocus={() => prepareTab(name)}
        >
          {t(`tab.${name}`)}
        </Link>
      ))}
    </nav>
  );
}
