import { useInfiniteQuery, useMutation, useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '../../api/client';
import { pagesQuery, useWorkspaceId } from '../../api/queries';
import type { Page } from '../../api/types';
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

export const conversationsQuery = (ws: string) =>
  pagesQuery<Conversation>(['chat', ws, 'conversations'], '/api/v1/conversations');

export const startAppsQuery = (ws: string) => pagesQuery<App>(['apps', ws, 'list', '', ''], '/api/v1/apps');

/** My conversations, and the one with an id: older pages are read until it is found. */
export function useConversations(id: string | undefined) {
  const ws = useWorkspaceId();
  const list = useInfiniteQuery(conversationsQuery(ws));
  const found = id === undefined ? undefined : list.data?.find((one) => one.id === id);
  const searching = id !== undefined && !found && list.hasNextPage && !list.isFetching && !list.isError;
  const { fetchNextPage } = list;
  useEffect(() => {
    if (searching) void fetchNextPage();
  }, [searching, fetchNextPage]);
  return { list, found, missing: id !== undefined && !found && list.isSuccess && !list.hasNextPage && !list.isFetching };
}

type Pages = InfiniteData<Page<Conversation>, string | undefined>;

/** Renames at once; the old name comes back when the server refuses. */
export function useRename() {
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const { queryKey } = conversationsQuery(ws);
  return useMutation({
    mutationFn: ({ id, name }: { id: string; name: string }) => api.patch(`/api/v1/conversations/${id}`, { name }),
    onMutate: ({ id, name }) => {
      const before = cache.getQueryData<Pages>(queryKey);
      cache.setQueryData<Pages>(queryKey, (data) => data && {
        ...data,
        pages: data.pages.map((page) => ({
          ...page, data: page.data.map((one) => (one.id === id ? { ...one, name } : one)),
        })),
      });
      return { before };
    },
    onError: (_error, _variables, context) => cache.setQueryData(queryKey, context?.before),
  });
}

export function useDeleteConversation() {
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  return async (id: string) => {
    await api.delete(`/api/v1/conversations/${id}`);
    await cache.invalidateQueries({ queryKey: conversationsQuery(ws).queryKey });
  };
}
