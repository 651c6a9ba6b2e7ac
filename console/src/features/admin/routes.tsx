import { page } from '../../ui/feature';

export const nav = ['admin'] as const;

export const routes = [{ path: 'admin', ...page('admin', async () => (await import('./AdminPage')).AdminPage) }];
