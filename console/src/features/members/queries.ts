import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client';
import { meQuery, pagesQuery, useWorkspaceId } from '../../api/queries';
import type { Page, RoleName } from '../../api/types';
import type { Invitation, Member, Permission, Role } from './types';

export const workspacePath = (ws: string, rest: string) => `/api/v1/workspaces/${ws}/${rest}`;

export const membersQuery = (ws: string) => pagesQuery<Member>(['members', ws, 'list'], workspacePath(ws, 'members'));

export const invitationsQuery = (ws: string) =>
  pagesQuery<Invitation>(['members', ws, 'invitations'], workspacePath(ws, 'invitations'));

export const rolesQuery = queryOptions({
  queryKey: ['roles'],
  queryFn: async ({ signal }) => (await api.get<Page<Role>>('/api/v1/roles', { signal })).data,
  staleTime: Number.POSITIVE_INFINITY,
});

export const permissionsQuery = queryOptions({
  queryKey: ['permissions'],
  queryFn: async ({ signal }) => (await api.get<Page<Permission>>('/api/v1/permissions', { signal })).data,
  staleTime: Number.POSITIVE_INFINITY,
});

/** Reads members and invitations again. */
export function useMembersChanged(): () => Promise<unknown> {
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  return () => cache.invalidateQueries({ queryKey: ['members', ws] });
}

/** Who I am in this workspace. */
export function useMyself(): { id: string | undefined; role: RoleName | undefined } {
  const { data } = useQuery(meQuery(useWorkspaceId()));
  return { id: data?.id, role: data?.workspace?.role };
}
