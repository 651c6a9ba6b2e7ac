import i18n from 'i18next';
import { page } from '../../ui/feature';

export const nav = ['members'] as const;

export const routes = [
  {
    path: 'members',
    ...page('members', async () => {
      const [{ MembersPage }] = await Promise.all([import('./MembersPage'), i18n.loadNamespaces('permissions')]);
      return MembersPage;
    }),
  },
];
