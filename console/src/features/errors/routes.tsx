import { page } from '../../ui/feature';

export const nav = ['errors'] as const;

export const routes = [{ path: 'obs/errors', ...page('failures', async () => (await import('./ErrorsPage')).ErrorsPage) }];
