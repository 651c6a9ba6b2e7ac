import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { Page } from '../../api/types';
import { isProcessing } from './progress';
import { baseQuery, documentQuery, documentsKey, watchedKey } from './queries';
import type { KnowledgeDocument } from './types';

type Documents = InfiniteData<Page<KnowledgeDocument>>;

const waiting = new Map<string, ReturnType<typeof setTimeout>>();

/** Puts what became of a document wherever it is shown. */
export function keepDocument(cache: QueryClient, ws: string, document: KnowledgeDocument): void {
  const base = document.knowledge_base_id;
  const wasWatched = cache.getQueryData<KnowledgeDocument[]>(watchedKey(ws, base))?.some(({ id }) => id === document.id);
  cache.setQueryData<KnowledgeDocument>(documentQuery(ws, base, document.id).queryKey, document);
  cache.setQueryData<KnowledgeDocument[]>(watchedKey(ws, base), (before) => watched(before, document));

  let isListed = false;
  cache.setQueriesData<Documents>({ queryKey: documentsKey(ws, base) }, (list) => list && {
    ...list,
    pages: list.pages.map((page) => ({
      ...page,
      data: page.data.map((one) => {
        if (one.id !== document.id) return one;
        isListed = true;
        return document;
      }),
    })),
  });
  // Each step of a document that a filter hides is no reason to read the list again; its arrival and its end are.
  const isStep = wasWatched && isProcessing(document.status);
  if (isStep) return;
  if (!isListed) renewSoon(cache, documentsKey(ws, base));
  renewSoon(cache, baseQuery(ws, base).queryKey);
}

/** Takes a deleted document out of whatever shows it. */
export function dropDocument(cache: QueryClient, ws: string, document: KnowledgeDocument): void {
  const base = document.knowledge_base_id;
  unwatch(cache, ws, base, document.id);
  cache.setQueriesData<Documents>({ queryKey: documentsKey(ws, base) }, (list) => list && {
    ...list,
    pages: list.pages.map((page) => ({ ...page, data: page.data.filter(({ id }) => id !== document.id) })),
  });
  cache.removeQueries({ queryKey: documentQuery(ws, base, document.id).queryKey });
  renewSoon(cache, baseQuery(ws, base).queryKey);
}

/** Takes a document out of the processing panel. */
export function unwatch(cache: QueryClient, ws: string, base: string, document: string): void {
  cache.setQueryData<KnowledgeDocument[]>(watchedKey(ws, base), (before) => before?.filter(({ id }) => id !== document));
}

function watched(before: KnowledgeDocument[] = [], document: KnowledgeDocument): KnowledgeDocument[] {
  if (document.status === 'cancelled') return before.filter(({ id }) => id !== document.id);
  if (before.some(({ id }) => id === document.id)) {
    return before.map((one) => (one.id === document.id ? document : one));
  }
  if (!isProcessing(document.status)) return before;
  // The first of a new batch: what the one before finished is no longer counted.
  const isNewBatch = !before.some(({ status }) => isProcessing(status));
  return [...(isNewBatch ? before.filter(({ status }) => status !== 'completed') : before), document];
}

// Many documents may end within a second; reading the counts again for each would storm the server.
function renewSoon(cache: QueryClient, queryKey: readonly unknown[]): void {
  const name = JSON.stringify(queryKey);
  if (waiting.has(name)) return;
  waiting.set(name, setTimeout(() => {
    waiting.delete(name);
    void cache.invalidateQueries({ queryKey });
  }, 1000));
}
