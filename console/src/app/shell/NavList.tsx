import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import type { AreaGroup } from '../../ui/areas';
import { prefetch } from './prefetch';
import { useNavigation, type NavItem } from './useNavigation';

const key = 'middeck.nav.closed';

/** The places, in groups that can be folded; a group without a visible place is not there. */
export function NavList({ onGo }: { onGo?: () => void }) {
  const { t } = useTranslation('shell');
  const { items } = useNavigation();
  const [closed, setClosed] = useState<readonly string[]>(() => JSON.parse(localStorage.getItem(key) ?? '[]'));
  const groups = [...new Set(items.map((item) => item.group))];

  const toggle = (group: AreaGroup) => {
    const next = closed.includes(group) ? closed.filter((one) => one !== group) : [...closed, group];
    localStorage.setItem(key, JSON.stringify(next));
    setClosed(next);
  };

  return (
    <nav className="md-nav-list" aria-label={t('navigation')}>
      {groups.map((group) => {
        const isOpen = group === 'top' || !closed.includes(group);
        return (
          <div key={group}>
            {group !== 'top' && (
              <button type="button" className="md-nav-group" aria-expanded={isOpen} onClick={() => toggle(group)}>
                {t(`group.${group}`)}<ChevronDown size={12} />
              </button>
            )}
            {isOpen && <ul>{items.filter((item) => item.group === group).map((item) => <li key={item.name}><Place item={item} onGo={onGo} /></li>)}</ul>}
          </div>
        );
      })}
    </nav>
  );
}

function Place({ item, onGo }: { item: NavItem; onGo: (() => void) | undefined }) {
  const { label, path, icon: Icon, name } = item;
  return (
    <NavLink className="md-nav-item" to={path} end={name === 'home'} title={label} onClick={onGo} onPointerEnter={() => prefetch(name)}>
      <Icon size={15} />
      <span className="md-ellipsis">{label}</span>
    </NavLink>
  );
}
