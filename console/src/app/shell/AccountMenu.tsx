import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Check, LogOut, UserRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { meQuery, useWorkspaceId } from '../../api/queries';
import { signOut } from '../../api/session';
import { MenuButton } from '../../ui/menu/MenuButton';
import type { MenuItem } from '../../ui/menu/MenuItem';
import { setPreferences, usePreferences, type Preferences } from '../../ui/preferences/preferences';

const choices = {
  language: ['zh-CN', 'en'],
  appearance: ['light', 'dark', 'system'],
  density: ['dense', 'comfortable'],
} as const;

/** The person: language, appearance, density, keys, and the way out. */
export function AccountMenu() {
  const { t } = useTranslation('shell');
  const { data: me } = useQuery(meQuery(useWorkspaceId()));
  const chosen = usePreferences();
  const cache = useQueryClient();
  const tick = (on: boolean) => (on ? <Check size={14} /> : <span className="md-switcher-gap" />);

  const group = (name: keyof typeof choices): MenuItem => ({
    type: 'group',
    key: name,
    label: t(name),
    children: choices[name].map((value) => ({
      key: `${name}.${value}`,
      label: t(`common:${name}.${value}`),
      icon: tick(chosen[name] === value),
      onClick: () => setPreferences({ [name]: value } as Partial<Preferences>),
    })),
  });

  const items: MenuItem[] = [
    { key: 'who', label: <span className="md-meta">{me?.email}</span>, disabled: true },
    { type: 'divider' },
    group('language'),
    group('appearance'),
    group('density'),
    { type: 'divider' },
    {
      key: 'shortcuts',
      label: t('shortcuts.on'),
      icon: tick(chosen.shortcuts),
      onClick: () => setPreferences({ shortcuts: !chosen.shortcuts }),
    },
    {
      key: 'out',
      label: t('sign_out'),
      icon: <LogOut size={14} />,
      onClick: () => void signOut().then(() => cache.clear()),
    },
  ];

  return (
    <MenuButton
      items={items} placement="topLeft" className="md-nav-line" aria-label={`${me?.name ?? ''} · ${t('account')}`} title={me?.name}
    >
      <UserRound size={15} />
      <span className="md-ellipsis">{me?.name ?? ''}</span>
    </MenuButton>
  );
}
