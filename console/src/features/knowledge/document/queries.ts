import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../../api/client';
import type { Page } from '../../../api/types';
import { documentPath } from '../queries';
import type { KnowledgeDocument } from '../types';
import type { ChildChunk, Chunk, ChunkingPreview, MetadataValue } from './types';

/** Which chunks are listed; an empty `enabled` is either. */
export interface ChunkFilter {
  q: string;
  enabled: string;
}

export const noFilter: ChunkFilter = { q: '', enabled: '' };

/** All lists of a document's chunks begin with this. */
export const chunksKey = (ws: string, base: string, document: string) => ['knowledge', ws, base, 'chunks', document] as const;

/** The chunks behind a position, in the order of the text. Cutting the document anew makes others: a list of its own. */
export const chunkListQuery = (ws: string, document: KnowledgeDocument, filter: ChunkFilter, after: number) => infiniteQueryOptions({
  queryKey: [...chunksKey(ws, document.knowledge_base_id, document.id), document.completed_at, filter, after],
  queryFn: ({ pageParam, signal }) => api.get<Page<Chunk>>(
    `${documentPath(document.knowledge_base_id, document.id)}/chunks`,
    { signal, query: { limit: 100, cursor: pageParam, ...filter } },
  ),
  initialPageParam: after === 0 ? undefined : String(after),
  // By the last row and not by the cursor that was given: edits have moved the rows since.
  getNextPageParam: ({ has_more: hasMore }, pages) => (hasMore
    ? String(pages.findLast(({ data }) => data.length > 0)?.data.at(-1)?.position ?? after)
    : undefined),
  select: ({ pages }) => pages.flatMap((page) => page.data),
  placeholderData: keepPreviousData,
});

export const childrenQuery = (ws: string, document: KnowledgeDocument, chunk: Chunk) => queryOptions({
  // With another text it may have other children.
  queryKey: ['knowledge', ws, document.knowledge_base_id, 'children', chunk.id, chunk.updated_at],
  queryFn: ({ signal }) => api.get<ChildChunk[]>(
    `${documentPath(document.knowledge_base_id, document.id)}/chunks/${chunk.id}/children`, { signal },
  ),
  placeholderData: keepPreviousData,
});

export const metadataQuery = (ws: string, document: KnowledgeDocument) => queryOptions({
  queryKey: ['knowledge', ws, document.knowledge_base_id, 'metadata', document.id],
  queryFn: ({ signal }) => api.get<MetadataValue[]>(
    `${documentPath(document.knowledge_base_id, document.id)}/metadata`, { signal },
  ),
});

/** How the document would be cut; undefined asks for nothing yet. */
export const rechunkPreviewQuery = (ws: string, document: KnowledgeDocument, chunking: object | undefined) => queryOptions({
  queryKey: ['knowledge', ws, document.knowledge_base_id, 'chunking-preview', document.id, chunking],
  queryFn: ({ signal }) => api.post<ChunkingPreview>(
    `${documentPath(document.knowledge_base_id, document.id)}/chunking-preview`, { chunking }, { signal },
  ),
  enabled: chunking !== undefined,
  placeholderData: keepPreviousData,
  staleTime: 60_000,
  retry: false,
});
