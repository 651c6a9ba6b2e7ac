import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useWorkspaceId } from '../../../api/queries';
import './BaseTabs.css';

const tabs = [
  ['', 'documents'], ['sources', 'sources'], ['hit-testing', 'hit_testing'], ['settings', 'settings'], ['logs', 'logs'],
] as const;

/** The pages of a knowledge base. They are links, so that each opens in a tab of its own and by its address. */
export function BaseTabs({ base }: { base: string }) {
  const { t } = useTranslation('knowledge');
  const ws = useWorkspaceId();
  return (
    <nav className="md-base-tabs" aria-label={t('tabs')}>
      {tabs.map(([path, name]) => (
        <NavLink key={name} end to={`/w/${ws}/knowledge/${base}${path && `/${path}`}`}>{t(`tab.${name}`)}</NavLink>
      ))}
    </nav>
  );
}
