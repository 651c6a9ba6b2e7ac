import { page } from '../../ui/feature';

export const nav = ['settings'] as const;

export const routes = [
  { path: 'settings', ...page('settings', async () => (await import('./SettingsPage')).SettingsPage) },
];
