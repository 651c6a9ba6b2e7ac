import { page } from '../../ui/feature';

export const outside = [
  { path: '/login', ...page('session', async () => (await import('./LoginPage')).LoginPage) },
  { path: '/invite/:token', ...page('session', async () => (await import('./InvitePage')).InvitePage) },
  { path: '/reset/:token', ...page('session', async () => (await import('./ResetPage')).ResetPage) },
];
