import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient, type InfiniteData, type QueryClient } from '@tanstack/react-query';
import { api } from '../../api/client';
import type { Page } from '../../api/types';
import type { AppConfig } from './appConfig';
import { callsOf, type ChatBackend } from './ChatBackend';
import { messageOf, type Message, type Rating, type Turn } from './types';

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

/** Keeps a turn that is over: in the place of what is known of it, else behind the message that it follows. */
export function keepMessage(cache: QueryClient, scope: string, conversation: string, turn: Turn): void {
  const key = messagesKey(scope, conversation);
  const before = cache.getQueryData<Messages>(key);
  if (!before) {
    // Asked before what was said earlier had come: it is read with the answer.
    void cache.invalidateQueries({ queryKey: key });
    return;
  }
  void cache.cancelQueries({ queryKey: key });
  const known = before.pages.some((page) => page.data.some(({ id }) => id === turn.messageId));
  cache.setQueryData<Messages>(key, known
    ? mapMessages(before, (one) => (one.id === turn.messageId ? messageOf(turn, one) : one))
    : behindParent(before, messageOf(turn)));
}

// What stood behind the parent is of another branch now.
function behindParent({ pages, pageParams }: Messages, message: Message): Messages {
  const { parent_id } = message;
  if (parent_id === null) return { pageParams: [undefined], pages: [{ ...noMessages().pages[0]!, data: [message] }] };
  const at = Math.max(0, pages.findIndex(({ data }) => data.some(({ id }) => id === parent_id)));
  const page = pages[at]!;
  const end = page.data.findIndex(({ id }) => id === parent_id) + 1 || page.data.length;
  return {
    // The newest page comes first and is read without a cursor.
    pageParams: [undefined, ...pageParams.slice(at + 1)],
    pages: [{ ...page, data: [...page.data.slice(0, end), message] }, ...pages.slice(at + 1)],
  };
}

const noMessages = (): Messages => ({ pageParams: [undefined], pages: [{ data: [], has_more: false, next_cursor: null }] });

const mapMessages = (messages: Messages, change: (message: Message) => Message): Messages => ({
  ...messages, pages: messages.pages.map((page) => ({ ...page, data: page.data.map(change) })),
});

/** Begins the cache of a conversation that the server has just made: there is nothing to read yet. */
export function beginMessages(cache: QueryClient, scope: string, conversation: string): void {
  cache.setQueryData<Messages>(messagesKey(scope, conversation), (before) => before ?? noMessages());
}

export const resultsKey = (scope: string, app: string) => ['chat', scope, 'results', app] as const;

/** One's own runs of an app without conversations, newest first. */
export const resultsQuery = (backend: ChatBackend, app: string, draft: boolean) => infiniteQueryOptions({
  queryKey: [...resultsKey(backend.scope, app), draft],
  queryFn: ({ pageParam, signal }) => callsOf(backend).get<Page<Message>>(
    `${backend.appPath(app)}/results`, { signal, query: { limit: 20, cursor: pageParam, draft: draft || undefined } },
  ),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next_cursor ?? undefined,
  select: ({ pages }) => pages.flatMap((page) => page.data),
});

/** What could be asked after an answer. Made once and kept by the server. */
export const suggestedQuery = (backend: ChatBackend, message: string | undefined) => queryOptions({
  queryKey: ['chat', backend.scope, 'suggested', message],
  queryFn: async ({ signal }) =>
    (await callsOf(backend).get<{ data: string[] }>(`${backend.ownPath}/messages/${message}/suggested`, { signal })).data,
  enabled: message !== undefined,
  staleTime: Number.POSITIVE_INFINITY,
  retry: false,
});

/** Goes over to another answer, or another question, and on to what was said after it. */
export function useChooseBranch(backend: ChatBackend, conversation: string | undefined) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (message: string) =>
      callsOf(backend).put(`${backend.ownPath}/conversations/${conversation}/current`, { message_id: message }),
    onSuccess: () => cache.invalidateQueries({ queryKey: messagesKey(backend.scope, conversation ?? '') }),
  });
}

export interface Opinion {
  id: string;
  rating: Rating | null;
  /** In one's own words. */
  content?: string;
}

/** A thumb up or down, shown at once and taken back when the server refuses. */
export function useFeedback(backend: ChatBackend, key: readonly unknown[]) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...opinion }: Opinion) =>
      callsOf(backend).post(`${backend.ownPath}/messages/${id}/feedback`, opinion),
    onMutate: ({ id, rating, content }) => {
      const before = cache.getQueryData<Messages>(key);
      cache.setQueryData<Messages>(key, (data) => data && mapMessages(data, (one) => (
        one.id === id ? { ...one, feedback: rating && { rating, content } } : one
      )));
      return { before };
    },
    onError: (_error, _variables, context) => cache.setQueryData(key, context?.before),
  });
}
