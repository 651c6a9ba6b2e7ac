import { queryOptions, useInfiniteQuery, useMutation, useQuery, useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { api } from '../../api/client';
import { pagesQuery, useWorkspaceId } from '../../api/queries';
import type { Page } from '../../api/types';
import type { PublishedStart } from '../../ui/chat/appConfig';
import type { App } from '../../ui/chat/queries';

/** A conversation of mine. */
export interface Conversation {
  id: string;
  name: string;
  message_count: number;
  created_at: string;
  updated_at: string;
  app: { id: string; name: string; icon: string | null };
}

const conversationsKey = (ws: string) => ['chat', ws, 'conversations'] as const;

/** My conversations, or those whose name or questions hold a text. */
export const conversationsQuery = (ws: string, search = '') => pagesQuery<Conversation>(
  search === '' ? conversationsKey(ws) : [...conversationsKey(ws), search], '/api/v1/conversations', { query: search, limit: 50 },
);

export const startAppsQuery = (ws: string) => pagesQuery<App>(['apps', ws, 'list', '', ''], '/api/v1/apps');

/** What a conversation with a published app begins with. A version never changes. */
export const startQuery = (ws: string, app: App | undefined) => queryOptions({
  queryKey: ['apps', ws, 'start', app?.id, app?.version],
  queryFn: ({ signal }) => api.get<PublishedStart>(`/api/v1/apps/${app!.id}/start`, { signal }),
  enabled: app?.version !== undefined && app.version !== null,
  staleTime: Number.POSITIVE_INFINITY,
});

const conversationQuery = (ws: string, id: string | undefined) => queryOptions({
  queryKey: ['chat', ws, 'conversation', id],
  queryFn: ({ signal }) => api.get<Conversation>(`/api/v1/conversations/${id}`, { signal }),
});

/** My conversations, and the one with an id, which is asked for by itself when the list has not come to it. */
export function useConversations(id: string | undefined) {
  const ws = useWorkspaceId();
  const list = useInfiniteQuery(conversationsQuery(ws));
  const listed = id === undefined ? undefined : list.data?.find((one) => one.id === id);
  const single = useQuery({ ...conversationQuery(ws, id), enabled: id !== undefined && !listed && !list.isFetching });
  return { list, found: listed ?? single.data, single };
}

type Pages = InfiniteData<Page<Conversation>, string | undefined>;

/** Renames at once; the old name comes back when the server refuses. */
export function useRename() {
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const queryKey = conversationsKey(ws);
  return useMutation({
    mutationFn: ({ id, name }: { id: string; name: string }) => api.patch(`/api/v1/conversations/${id}`, { name }),
    onMutate: ({ id, name }) => {
      const before = cache.getQueriesData<Pages>({ queryKey });
      cache.setQueriesData<Pages>({ queryKey }, (data) => data && {
        ...data,
        pages: data.pages.map((page) => ({
          ...page, data: page.data.map((one) => (one.id === id ? { ...one, name } : one)),
        })),
      });
      return { before };
    },
    onError: (_error, _variables, context) => context?.before.forEach(([key, data]) => cache.setQueryData(key, data)),
  });
}

export function useDeleteConversation() {
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  return async (id: string) => {
    await api.delete(`/api/v1/conversations/${id}`);
    await cache.invalidateQueries({ queryKey: conversationsKey(ws) });
  };
}
