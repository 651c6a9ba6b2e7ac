import { Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Keys } from '../../ui/acts/Keys';
import { AccountMenu } from './AccountMenu';
import { HealthLine } from './HealthLine';
import { NavList } from './NavList';
import { RunningJobs } from './RunningJobs';
import { WorkspaceSwitcher } from './WorkspaceSwitcher';
import './NavPanel.css';

interface NavPanelProps {
  layout: 'wide' | 'rail';
  onSearch: () => void;
}

/** The navigation at the left: workspace, search, places, and what the installation is doing. */
export function NavPanel({ layout, onSearch }: NavPanelProps) {
  const { t } = useTranslation('shell');
  return (
    <div className="md-nav" data-layout={layout}>
      <WorkspaceSwitcher />
      <button type="button" className="md-nav-search" title={t('search')} onClick={onSearch}>
        <Search size={15} />
        <span>{t('search')}</span>
        <Keys keys="mod+k" />
      </button>
      <NavList />
      <div className="md-nav-foot">
        <RunningJobs />
        <HealthLine />
        <AccountMenu />
      </div>
    </div>
  );
}
