import { pagesQuery } from '../../api/queries';
import type { AdminUser, AdminWorkspace } from './types';

export const usersQuery = (q: string) => pagesQuery<AdminUser>(['admin', 'users', q], '/api/v1/admin/users', { q });

export const allWorkspacesQuery = pagesQuery<AdminWorkspace>(['admin', 'workspaces'], '/api/v1/admin/workspaces');
