import { page } from '../../ui/feature';

export const nav = ['apps', 'templates'] as const;

const words = ['apps', 'appEditor', 'appList'];

export const routes = [
  { path: 'apps', ...page(words, async () => (await import('./list/AppsPage')).AppsPage) },
  { path: 'templates', ...page(words, async () => (await import('./templates/TemplatesPage')).TemplatesPage) },
  {
    path: 'apps/:id/:tab?',
    ...page([...words, 'annotations'], async () => (await import('./editor/AppPage')).AppPage),
  },
];
