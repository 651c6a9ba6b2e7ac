import { page } from '../../ui/feature';

export const nav = ['services'] as const;

export const routes = [
  { path: 'ops/services', ...page('operations', async () => (await import('./services/ServicesPage')).ServicesPage) },
];
