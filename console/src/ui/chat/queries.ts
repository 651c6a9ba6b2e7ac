import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient, type InfiniteData, type QueryClient } from '@tanstack/react-query';
import { api } from '../../api/client';
import type { Page } from '../../api/types';
import type { AppConfig } from './appConfig';
import { callsOf, type ChatBackend } from './ChatBackend';
import type { Message, Rating } from './types';

export interface App {
  id: string;
  name: string;
  description: string;
  icon: string | null;
  mode: string;
  status: 'draft' | 'published';
  version: number | null;
  draft_revision: number;
  published_at: string | null;
  has_unpublished_changes: boolean;
  created_at: string;
  updated_at: string;
}

export interface Draft {
  revision: number;
  config: AppConfig;
  updated_at: string;
}

type Messages = InfiniteData<Page<Message>, string | undefined>;

export const messagesKey = (scope: string, conversation: string) => ['chat', scope, 'messages', conversation] as const;

/** A conversation's messages, oldest first; the next page holds older ones. */
export const messagesQuery = (backend: ChatBackend, conversation: string) => infiniteQueryOptions({
  queryKey: messagesKey(backend.scope, conversation),
  queryFn: ({ pageParam, signal }) => callsOf(backend).get<Page<Message>>(
    `${backend.ownPath}/conversations/${conversation}/messages`, { signal, query: { limit: 50, cursor: pageParam } },
  ),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next_cursor ?? undefined,
  select: ({ pages }) => pages.toReversed().flatMap((page) => page.data),
});

export const appQuery = (ws: string, id: string) => queryOptions({
  queryKey: ['apps', ws, 'app', id],
  queryFn: ({ signal }) => api.get<App>(`/api/v1/apps/${id}`, { signal }),
});

export const draftQuery = (ws: string, id: string) => queryOptions({
  queryKey: ['apps', ws, 'draft', id],
  queryFn: ({ signal }) => api.get<Draft>(`/api/v1/apps/${id}/draft`, { signal }),
});

/** Puts a message at the end of its conversation, or in the place of the one with its id. */
export function keepMessage(cache: QueryClient, scope: string, conversation: string, message: Message): void {
  const key = messagesKey(scope, conversation);
  void cache.cancelQueries({ queryKey: key });
  cache.setQueryData<Messages>(key, (before) => {
    const pages = before?.pages ?? [{ data: [], has_more: false, next_cursor: null }];
    const known = pages.some((page) => page.data.some(({ id }) => id === message.id));
    return {
      pageParams: before?.pageParams ?? [undefined],
      pages: pages.map((page, at) => ({
        ...page,
        data: known
          ? page.data.map((one) => (one.id === message.id ? message : one))
          : at === 0 ? [...page.data, message] : page.data,
      })),
    };
  });
}

/** Begins the cache of a conversation that the server has just made: there is nothing to read yet. */
export function beginMessages(cache: QueryClient, scope: string, conversation: string): void {
  cache.setQueryData<Messages>(messagesKey(scope, conversation), (before) => before ?? {
    pageParams: [undefined], pages: [{ data: [], has_more: false, next_cursor: null }],
  });
}

/** A thumb up or down, shown at once and taken back when the server refuses. */
export function useFeedback(backend: ChatBackend, conversation: string | undefined) {
  const cache = useQueryClient();
  const key = messagesKey(backend.scope, conversation ?? '');
  return useMutation({
    mutationFn: ({ id, rating }: { id: string; rating: Rating | null }) =>
      callsOf(backend).post(`${backend.ownPath}/messages/${id}/feedback`, { rating }),
    onMutate: ({ id, rating }) => {
      const before = cache.getQueryData<Messages>(key);
      cache.setQueryData<Messages>(key, (data) => data && {
        ...data,
        pages: data.pages.map((page) => ({
          ...page,
          data: page.data.map((one) => (one.id === id ? { ...one, feedback: rating && { rating } } : one)),
        })),
      });
      return { before };
    },
    onError: (_error, _variables, context) => cache.setQueryData(key, context?.before),
  });
}
