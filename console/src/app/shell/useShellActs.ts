import { useQuery } from '@tanstack/react-query';
import { Building2, Languages, Moon, Rows3, Sun } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useWorkspaceId, workspacesQuery } from '../../api/queries';
import { useActs, type Act } from '../../ui/acts/acts';
import { setPreferences, usePreferences, useThemeName } from '../../ui/preferences/preferences';
import { pathInWorkspace } from './pathInWorkspace';
import { useNavigation } from './useNavigation';

interface ShellActs {
  openPalette: () => void;
  openHelp: () => void;
}

/** What can be done from everywhere: go to a place, change the workspace, the appearance, the language. */
export function useShellActs({ openPalette, openHelp }: ShellActs): void {
  const { t } = useTranslation('shell');
  const navigate = useNavigate();
  const workspace = useWorkspaceId();
  const { items } = useNavigation();
  const { language, density } = usePreferences();
  const theme = useThemeName();
  // Only what the switcher or the palette has already read: the shell itself asks for nothing here.
  const { data: workspaces } = useQuery({ ...workspacesQuery, enabled: false });

  const places = items.map(({ name, label, path, icon, letter }): Act => ({
    id: `go.${name}`, label, icon, group: 'go', keys: letter && `g ${letter}`, run: () => void navigate(path),
  }));
  const others = (workspaces?.data ?? []).map(({ id, name }, at): Act => ({
    id: `workspace.${id}`, label: name, hint: t('workspace'), icon: Building2, group: 'go',
    keys: at < 9 ? `mod+${at + 1}` : undefined, run: () => void navigate(pathInWorkspace(id)),
  })).filter(({ id }) => id !== `workspace.${workspace}`);
  const next = { theme: theme === 'dark' ? 'light' : 'dark', density: density === 'dense' ? 'comfortable' : 'dense' } as const;

  useActs([
    { id: 'palette', label: t('search'), keys: 'mod+k', quiet: true, run: openPalette },
    { id: 'help', label: t('shortcuts'), keys: '?', quiet: true, run: openHelp },
    ...places,
    ...others,
    {
      id: 'theme', label: t(`act.${next.theme}`), hint: t('appearance'), icon: next.theme === 'dark' ? Moon : Sun,
      keys: 'shift+d', group: 'appearance', run: () => setPreferences({ appearance: next.theme }),
    },
    {
      id: 'density', label: t(`act.${next.density}`), hint: t('density'), icon: Rows3, group: 'appearance',
      run: () => setPreferences({ density: next.density }),
    },
    {
      id: 'language', label: t('act.language'), hint: t('language'), icon: Languages, group: 'appearance',
      run: () => setPreferences({ language: language === 'en' ? 'zh-CN' : 'en' }),
    },
  ]);
}
