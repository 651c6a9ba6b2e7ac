import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { AccountMenu } from './AccountMenu';
import { HealthLine } from './HealthLine';
import { NavList } from './NavList';
import { RunningJobs } from './RunningJobs';
import { WorkspaceSwitcher } from './WorkspaceSwitcher';
import './NavPanel.css';

interface NavDrawerProps {
  open: boolean;
  onClose: () => void;
  onSearch: () => void;
}

/** The whole navigation on a phone. */
export function NavDrawer({ open, onClose, onSearch }: NavDrawerProps) {
  const { t } = useTranslation('shell');
  return (
    <Drawer
      open={open} onClose={onClose} placement="left" size={280} closable={false} mask={{ blur: false }}
      aria-label={t('navigation')} styles={{ body: { padding: 0 } }}
    >
      <div className="md-nav" data-layout="drawer">
        <WorkspaceSwitcher />
        <button type="button" className="md-nav-search" onClick={onSearch}>{t('search')}</button>
        <NavList onGo={onClose} />
        <div className="md-nav-foot">
          <RunningJobs />
          <HealthLine />
          <AccountMenu />
        </div>
      </div>
    </Drawer>
  );
}
