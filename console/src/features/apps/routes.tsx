import i18n from 'i18next';
import { page } from '../../ui/feature';

export const nav = ['apps'] as const;

export const routes = [
  { path: 'apps', ...page('apps', async () => (await import('./list/AppsPage')).AppsPage) },
  {
    path: 'apps/:id/:tab?',
    ...page('apps', async () => {
      // The preview is a conversation and speaks with its words.
      const [{ AppPage }] = await Promise.all([import('./editor/AppPage'), i18n.loadNamespaces(['chat', 'talk'])]);
      return AppPage;
    }),
  },
];
