import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { accessToken } from '../api/session';
import type { Page } from '../api/types';
import { callsOf, type ChatBackend } from '../ui/chat/ChatBackend';
import type { SiteAddress } from './address';
import type { Batch, BatchDetail, Share, SharedTalk, Talk, Visit } from './types';
import { keepVisitor, type Visitor } from './visitor';

export const visitQuery = (backend: ChatBackend, address: SiteAddress, visitor: Visitor) => queryOptions({
  queryKey: ['site', address.token, 'visit'],
  queryFn: async ({ signal }) => {
    const begin = () => callsOf(backend).post<Visit>(
      `${backend.ownPath}/visits`, { embedded: address.embedded }, { signal },
    );
    let visit = await begin();
    // Only now it is known whose members are let in; who is signed in to the console is one of them perhaps.
    if (visit.entry === 'sign_in' && visitor.workspace !== visit.workspace_id) {
      visitor.workspace = visit.workspace_id;
      if (await accessToken()) visit = await begin();
    }
    if (visit.visitor) {
      visitor.token = visit.visitor;
      keepVisitor(address.token, visit.visitor);
    }
    return visit;
  },
  staleTime: Number.POSITIVE_INFINITY,
});

export const talksQuery = (backend: ChatBackend) => infiniteQueryOptions({
  queryKey: ['chat', backend.scope, 'conversations'],
  queryFn: ({ pageParam, signal }) => callsOf(backend).get<Page<Talk>>(
    `${backend.ownPath}/conversations`, { signal, query: { limit: 50, cursor: pageParam } },
  ),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next_cursor ?? undefined,
  select: ({ pages }) => pages.flatMap((page) => page.data),
});

export const shareQuery = (backend: ChatBackend, talk: string) => queryOptions({
  queryKey: ['site', backend.scope, 'share', talk],
  // Nothing is said with 204, and a query must have something.
  queryFn: async ({ signal }) =>
    (await callsOf(backend).get<Share | undefined>(`${backend.ownPath}/conversations/${talk}/share`, { signal })) ?? null,
});

export const sharedQuery = (backend: ChatBackend, share: string) => queryOptions({
  queryKey: ['site', backend.scope, 'shared', share],
  queryFn: ({ signal }) =>
    callsOf(backend).get<SharedTalk>(`${backend.ownPath}/shares/${encodeURIComponent(share)}`, { signal }),
});

export const isGoing = ({ state }: Batch) => state === 'waiting' || state === 'running';

export const batchesQuery = (backend: ChatBackend) => queryOptions({
  queryKey: ['site', backend.scope, 'batches'],
  queryFn: async ({ signal }) => (await callsOf(backend).get<Page<Batch>>(`${backend.ownPath}/batches`, { signal })).data,
  // Public pages have no live stream; nobody who waits for a batch minds a second.
  refetchInterval: ({ state: { data } }) => (data?.some(isGoing) ? 1000 : false),
});

export const batchQuery = (backend: ChatBackend, id: string) => queryOptions({
  queryKey: ['site', backend.scope, 'batch', id],
  queryFn: ({ signal }) => callsOf(backend).get<BatchDetail>(`${backend.ownPath}/batches/${id}`, { signal }),
  refetchInterval: ({ state: { data } }) => (data && isGoing(data.batch) ? 1500 : false),
});
