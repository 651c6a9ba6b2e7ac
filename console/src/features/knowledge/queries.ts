import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client';
import { pagesQuery } from '../../api/queries';
import type { Page } from '../../api/types';
import { isProcessing } from './progress';
import type { Chunk, KnowledgeBase, KnowledgeDocument, Passage, UploadLimits } from './types';

export const basePath = (base: string) => `/api/v1/knowledge-bases/${base}`;
export const documentPath = (base: string, document: string) => `${basePath(base)}/documents/${document}`;

export const basesQuery = (ws: string, filter: { q: string; tag: string }) => pagesQuery<KnowledgeBase>(
  ['knowledge', ws, 'bases', filter], '/api/v1/knowledge-bases', filter,
);

export const baseQuery = (ws: string, base: string) => queryOptions({
  queryKey: ['knowledge', ws, 'base', base],
  queryFn: ({ signal }) => api.get<KnowledgeBase>(basePath(base), { signal }),
});

/** All lists of a base's documents begin with this. */
export const documentsKey = (ws: string, base: string) => ['knowledge', ws, base, 'documents'] as const;

export const documentsQuery = (ws: string, base: string, filter: { q: string; status: string }) =>
  pagesQuery<KnowledgeDocument>([...documentsKey(ws, base), filter], `${basePath(base)}/documents`, filter);

export const documentQuery = (ws: string, base: string, document: string) => queryOptions({
  queryKey: ['knowledge', ws, base, 'document', document],
  queryFn: ({ signal }) => api.get<KnowledgeDocument>(documentPath(base, document), { signal }),
});

export const watchedKey = (ws: string, base: string) => ['knowledge', ws, base, 'watched'] as const;

/**
 * The documents that were being processed since the page was opened: still in work, failed or finished. Live events patch
 * it; five seconds without one, and it is read again.
 */
export const watchedQuery = (ws: string, base: string, mayHaveSome: boolean) => queryOptions({
  queryKey: watchedKey(ws, base),
  queryFn: async ({ client, signal }) => {
    // Cleaning and splitting take moments; a document that is just there is found at its next stage.
    const pages = await Promise.all(['waiting', 'parsing', 'indexing'].map((status) => api.get<Page<KnowledgeDocument>>(
      `${basePath(base)}/documents`, { signal, query: { status, limit: 100 } },
    )));
    const active = new Map(pages.flatMap((page) => page.data).map((document) => [document.id, document]));
    const before = client.getQueryData<KnowledgeDocument[]>(watchedKey(ws, base)) ?? [];
    const known = await Promise.all(before.map((document) => {
      const read = active.get(document.id);
      active.delete(document.id);
      if (!read) return isProcessing(document.status) ? reread(document, signal) : document;
      // An event may have come while the answer was on its way.
      return read.updated_at < document.updated_at ? document : read;
    }));
    return [...known.filter((document) => document !== undefined), ...active.values()];
  },
  enabled: ({ state }) => mayHaveSome || (state.data?.some(({ status }) => isProcessing(status)) ?? false),
  refetchInterval: ({ state }) => (state.data?.some(({ status }) => isProcessing(status)) ? 5000 : false),
  gcTime: Number.POSITIVE_INFINITY,
});

// It left the queue while nobody told us: finished, failed, or deleted.
const reread = (document: KnowledgeDocument, signal: AbortSignal) =>
  api.get<KnowledgeDocument>(documentPath(document.knowledge_base_id, document.id), { signal }).catch(() => undefined);

/** The chunks from a position on, in the order of the text. */
export const chunksQuery = (ws: string, base: string, document: string, after: number) => infiniteQueryOptions({
  queryKey: ['knowledge', ws, base, 'chunks', document, after],
  queryFn: ({ pageParam, signal }) => api.get<Page<Chunk>>(
    `${documentPath(base, document)}/chunks`, { signal, query: { limit: 50, cursor: pageParam } },
  ),
  initialPageParam: after === 0 ? undefined : String(after),
  getNextPageParam: (page) => page.next_cursor ?? undefined,
  select: ({ pages }) => pages.flatMap((page) => page.data),
});

export const chunkQuery = (ws: string, base: string, document: string, chunk: string) => queryOptions({
  queryKey: ['knowledge', ws, base, 'chunk', chunk],
  queryFn: ({ signal }) => api.get<Chunk>(`${documentPath(base, document)}/chunks/${chunk}`, { signal }),
  enabled: chunk !== '',
});

/** The text around a chunk; the one before stays until it has come. */
export const passageQuery = (ws: string, base: string, document: string, chunk: string | undefined) => queryOptions({
  queryKey: ['knowledge', ws, base, 'passage', document, chunk],
  queryFn: ({ signal }) => api.get<Passage>(`${documentPath(base, document)}/text`, { signal, query: { around: chunk } }),
  enabled: chunk !== undefined,
  placeholderData: keepPreviousData,
});

export const uploadLimitsQuery = (ws: string) => queryOptions({
  queryKey: ['knowledge', ws, 'upload-limits'],
  queryFn: ({ signal }) => api.get<UploadLimits>('/api/v1/upload-limits', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});
