import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client';
import { pagesQuery } from '../../api/queries';
import type { Page } from '../../api/types';
import { isProcessing, stages } from './progress';
import type { BaseInsights, Chunk, KnowledgeBase, KnowledgeDocument, Passage, UploadLimits } from './types';

export const basePath = (base: string) => `/api/v1/knowledge-bases/${base}`;
export const documentsPath = (base: string) => `${basePath(base)}/documents`;
export const documentPath = (base: string, document: string) => `${documentsPath(base)}/${document}`;

export const basesQuery = (ws: string, filter: { q: string; tag: string }) => pagesQuery<KnowledgeBase>(
  ['knowledge', ws, 'bases', filter], '/api/v1/knowledge-bases', filter,
);

export const baseQuery = (ws: string, base: string) => queryOptions({
  queryKey: ['knowledge', ws, 'base', base],
  queryFn: ({ signal }) => api.get<KnowledgeBase>(basePath(base), { signal }),
});

/** How a base was used in the last days. Each question changes it, and nothing tells: a minute old is good. */
export const insightsQuery = (ws: string, base: string, days: number) => queryOptions({
  queryKey: ['knowledge', ws, base, 'insights', days],
  queryFn: ({ signal }) => api.get<BaseInsights>(`${basePath(base)}/insights`, { signal, query: { days } }),
  staleTime: 60_000,
});

/** All lists of a base's documents begin with this. */
export const documentsKey = (ws: string, base: string) => ['knowledge', ws, base, 'documents'] as const;

export const documentQuery = (ws: string, base: string, document: string) => queryOptions({
  queryKey: ['knowledge', ws, base, 'document', document],
  queryFn: ({ signal }) => api.get<KnowledgeDocument>(documentPath(base, document), { signal }),
});

export const watchedKey = (ws: string, base: string) => ['knowledge', ws, base, 'watched'] as const;

/** What may be found in work: documents that are worked on, as the base counts them, and those that are held back. */
export interface MayWatch {
  processing: boolean;
  paused: boolean;
}

/**
 * The documents that were being processed since the page was opened: still in work, held back, failed or finished. Live events
 * patch it; five seconds without one, and it is read again.
 */
export const watchedQuery = (ws: string, base: string, may: MayWatch) => queryOptions({
  queryKey: watchedKey(ws, base),
  queryFn: async ({ client, signal }) => {
    const before = client.getQueryData<KnowledgeDocument[]>(watchedKey(ws, base)) ?? [];
    const isAtWork = may.processing || before.some(({ status }) => isProcessing(status));
    // By themselves: hundreds that wait would push those that are worked on out of a page.
    const held = [...(isAtWork ? ['waiting'] : []), ...(may.paused ? ['paused'] : [])];
    const asked = [isAtWork ? stages : [], held];
    const pages = await Promise.all(asked.filter((status) => status.length > 0).map((status) => api.get<Page<KnowledgeDocument>>(
      documentsPath(base), { signal, query: { status, limit: 100 } },
    )));
    const active = new Map(pages.flatMap((page) => page.data).map((document) => [document.id, document]));
    const known = await Promise.all(before.map((document) => {
      const read = active.get(document.id);
      active.delete(document.id);
      if (!read) return isProcessing(document.status) || document.status === 'paused' ? reread(document, signal) : document;
      // An event may have come while the answer was on its way.
      return read.updated_at < document.updated_at ? document : read;
    }));
    return [...known.filter((document) => document !== undefined), ...active.values()];
  },
  enabled: ({ state }) => may.processing || may.paused || (state.data?.some(({ status }) => isProcessing(status)) ?? false),
  refetchInterval: ({ state }) => (state.data?.some(({ status }) => isProcessing(status)) ? 5000 : false),
  gcTime: Number.POSITIVE_INFINITY,
  // What an event wrote is one document, not all; and what moves is read again anyway.
  staleTime: 0,
  refetchOnWindowFocus: false,
});

// It left the queue while nobody told us: finished, failed, or deleted.
const reread = (document: KnowledgeDocument, signal: AbortSignal) =>
  api.get<KnowledgeDocument>(documentPath(document.knowledge_base_id, document.id), { signal }).catch(() => undefined);

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
