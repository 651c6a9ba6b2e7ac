import { page } from '../../ui/feature';

export const nav = ['providers'] as const;

export const routes = [
  { path: 'providers', ...page(['providers', 'prices'], async () => (await import('./ProvidersPage')).ProvidersPage) },
];
