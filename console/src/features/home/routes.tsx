import { page } from '../../ui/feature';

export const nav = ['home'] as const;

export const routes = [
  { index: true, ...page('home', async () => (await import('./HomePage')).HomePage) },
];
