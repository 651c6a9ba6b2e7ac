import { UserRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import type { AreaName } from '../../ui/areas';
import { useNavigation } from './useNavigation';
import './BottomBar.css';

const shown: readonly AreaName[] = ['home', 'chat', 'apps', 'knowledge'];

/** The navigation of a phone: four places and the drawer with all others. */
export function BottomBar({ onMenu }: { onMenu: () => void }) {
  const { t } = useTranslation('shell');
  const items = useNavigation().items.filter(({ name }) => shown.includes(name));
  return (
    <nav className="md-bottom" aria-label={t('navigation')}>
      {items.map(({ name, label, path, icon: Icon }) => (
        <NavLink key={name} to={path} end={name === 'home'}><Icon size={18} /><span>{label}</span></NavLink>
      ))}
      <button type="button" onClick={onMenu}><UserRound size={18} /><span>{t('mine')}</span></button>
    </nav>
  );
}
