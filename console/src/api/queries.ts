import { infiniteQueryOptions, queryOptions, useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { api, type CallOptions } from './client';
import { Problem } from './problem';
import { accessToken, sessionStatus } from './session';
import type { Health, Me, Page, PasswordPolicy, System, Workspace } from './types';

/** The workspace in the address. Only for what is shown inside the shell. */
export function useWorkspaceId(): string {
  const { ws } = useParams();
  if (!ws) throw new Error('This is used outside of a workspace.');
  return ws;
}

/** Who is signed in, with the permissions in a workspace (null: in the person's own default). */
export const meQuery = (workspace: string | null) => queryOptions({
  queryKey: ['me', workspace],
  queryFn: async ({ signal }) => {
    // Asking for nobody would only put a refused request into the browser's console.
    if (!(await accessToken()) && sessionStatus() === 'signed_out') throw new Problem(401, {});
    return api.get<Me>('/api/v1/auth/me', { signal, workspace });
  },
  staleTime: 60_000,
});

export const workspacesQuery = queryOptions({
  queryKey: ['workspaces'],
  queryFn: ({ signal }) => api.get<Page<Workspace>>('/api/v1/workspaces', { signal, workspace: null, query: { limit: 100 } }),
  staleTime: 60_000,
});

export const systemQuery = queryOptions({
  queryKey: ['system'],
  queryFn: ({ signal }) => api.get<System>('/api/v1/system', { signal, workspace: null }),
  staleTime: Number.POSITIVE_INFINITY,
});

export const passwordPolicyQuery = queryOptions({
  queryKey: ['password-policy'],
  queryFn: ({ signal }) => api.get<PasswordPolicy>('/api/v1/auth/password-policy', { signal, workspace: null }),
  staleTime: Number.POSITIVE_INFINITY,
});

/** The health of the installation. It answers 503 with the same body when it cannot serve, so it is read by itself. */
export const healthQuery = queryOptions({
  queryKey: ['health'],
  queryFn: async ({ signal }) => {
    const response = await fetch('/health', { signal });
    return (await response.json()) as Health;
  },
  retry: false,
  refetchInterval: 60_000,
});

/** Whether the person has a permission in the present workspace; false until it is known. */
export function useCan(permission: string | undefined): boolean {
  const { ws } = useParams();
  const { data } = useQuery(meQuery(ws ?? null));
  return permission === undefined || (data !== undefined && holds(data, permission));
}

/** Whether a person holds a permission where they work. Those of the installation belong to no workspace. */
export function holds(me: Me, permission: string): boolean {
  return permission.startsWith('installation.') ? me.installation_admin : me.permissions.includes(permission);
}

/**
 * A list that is read page by page: `useInfiniteQuery(pagesQuery<App>(['apps', ws, q], '/api/v1/apps', { q }))`.
 * `data` is the rows of all pages so far.
 */
export function pagesQuery<T>(key: readonly unknown[], path: string, query: CallOptions['query'] = {}) {
  return infiniteQueryOptions({
    queryKey: key,
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<T>>(path, { signal, query: { limit: 100, ...query, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    select: ({ pages }) => pages.flatMap((page) => page.data),
    // A page hands the list to a table that is drawn only once its frame knows more: which parts of it are read is not known before,
    // and a list that had come by then would never be drawn.
    notifyOnChangeProps: 'all',
  });
}
