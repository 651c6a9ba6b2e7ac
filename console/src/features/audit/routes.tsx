import { page } from '../../ui/feature';

export const nav = ['audit'] as const;

export const routes = [{ path: 'audit', ...page('audit', async () => (await import('./AuditPage')).AuditPage) }];
