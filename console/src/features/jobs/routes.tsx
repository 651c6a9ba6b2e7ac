import { page } from '../../ui/feature';

export const nav = ['jobs'] as const;

export const routes = [{ path: 'ops/jobs', ...page('jobs', async () => (await import('./JobsPage')).JobsPage) }];
