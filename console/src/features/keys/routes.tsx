import i18n from 'i18next';
import { page } from '../../ui/feature';

export const nav = ['keys'] as const;

export const routes = [
  {
    path: 'keys',
    ...page('keys', async () => {
      const [{ KeysPage }] = await Promise.all([import('./KeysPage'), i18n.loadNamespaces('permissions')]);
      return KeysPage;
    }),
  },
];
