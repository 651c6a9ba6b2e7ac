import { infiniteQueryOptions } from '@tanstack/react-query';
import { api } from '../../../api/client';
import type { Page } from '../../../api/types';
import { isProcessing } from '../progress';
import { basePath, documentsKey } from '../queries';
import type { DocumentStatus, KnowledgeDocument } from '../types';

/** What the list of documents can be narrowed to. */
export const documentFilters = ['', 'available', 'work', 'error', 'disabled', 'archived'] as const;
export type DocumentFilter = (typeof documentFilters)[number];

/** The filter that an address names; the whole list when it names none. */
export const filterOf = (word: string): DocumentFilter => documentFilters.find((filter) => filter === word) ?? '';

interface Lists {
  /** What the server is asked for, one after the other; undefined for all statuses. */
  statuses: readonly (DocumentStatus | undefined)[];
  /** What of the answers is meant. */
  fits: (document: KnowledgeDocument) => boolean;
}

const lists: Record<DocumentFilter, Lists> = {
  '': { statuses: [undefined], fits: () => true },
  available: { statuses: ['completed'], fits: ({ enabled, archived }) => enabled && !archived },
  work: {
    statuses: ['parsing', 'cleaning', 'splitting', 'indexing', 'waiting', 'paused'],
    fits: ({ status }) => isProcessing(status) || status === 'paused',
  },
  error: { statuses: ['error'], fits: () => true },
  disabled: { statuses: [undefined], fits: ({ enabled, archived }) => !enabled && !archived },
  archived: { statuses: [undefined], fits: ({ archived }) => archived },
};

const enough = 50;
const mostReads = 10;

/**
 * The documents of a base under a filter, newest first. The server knows a status at a time and neither switches nor the
 * archive, so a page is filled from several answers: until it has enough, the list ends, or ten answers held too few.
 */
export const documentsQuery = (ws: string, base: string, { q, filter }: { q: string; filter: DocumentFilter }) =>
  infiniteQueryOptions({
    queryKey: [...documentsKey(ws, base), { q, filter }],
    queryFn: async ({ pageParam, signal }): Promise<Page<KnowledgeDocument>> => {
      const { statuses, fits } = lists[filter];
      const found: KnowledgeDocument[] = [];
      let { at, cursor } = placeOf(pageParam);
      for (let reads = 0; reads < mostReads && at < statuses.length && found.length < enough; reads++) {
        const page = await api.get<Page<KnowledgeDocument>>(
          `${basePath(base)}/documents`, { signal, query: { limit: 100, q, status: statuses[at], cursor } },
        );
        found.push(...page.data.filter(fits));
        cursor = page.next_cursor ?? undefined;
        if (cursor === undefined) at++;
      }
      const hasMore = at < statuses.length;
      return { data: found, has_more: hasMore, next_cursor: hasMore ? `${at}:${cursor ?? ''}` : null };
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    select: ({ pages }) => {
      // A document that changes its status while it is read may be met under both.
      const seen = new Map(pages.flatMap((page) => page.data).map((document) => [document.id, document]));
      return [...seen.values()];
    },
  });

function placeOf(pageParam: string | undefined): { at: number; cursor: string | undefined } {
  if (pageParam === undefined) return { at: 0, cursor: undefined };
  const colon = pageParam.indexOf(':');
  return { at: Number(pageParam.slice(0, colon)), cursor: pageParam.slice(colon + 1) || undefined };
}
