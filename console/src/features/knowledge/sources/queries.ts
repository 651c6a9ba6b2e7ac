import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import { pagesQuery } from '../../../api/queries';
import type { Page } from '../../../api/types';
import { basePath } from '../queries';
import type { Source, SourceRun } from './types';

export const sourcesPath = (base: string) => `${basePath(base)}/sources`;
export const sourcePath = (base: string, source: string) => `${sourcesPath(base)}/${source}`;

const sourcesKey = (ws: string, base: string) => ['knowledge', ws, base, 'sources'] as const;

export const sourcesQuery = (ws: string, base: string) =>
  pagesQuery<Source>(sourcesKey(ws, base), sourcesPath(base));

export const runsQuery = (ws: string, base: string, source: string) =>
  pagesQuery<SourceRun>(['knowledge', ws, base, 'source-runs', source], `${sourcePath(base, source)}/runs`, { limit: 20 });

/** Puts what became of a source into the list; a new one is read with the list again. */
export async function keepSource(cache: QueryClient, ws: string, source: Source): Promise<void> {
  const base = source.knowledge_base_id;
  let isListed = false;
  cache.setQueriesData<InfiniteData<Page<Source>>>({ queryKey: sourcesKey(ws, base) }, (list) => list && {
    ...list,
    pages: list.pages.map((page) => ({
      ...page,
      data: page.data.map((one) => {
        if (one.id !== source.id) return one;
        isListed = true;
        // Only some answers and events carry the last run.
        return { ...source, last_run: source.last_run ?? one.last_run };
      }),
    })),
  });
  if (!isListed) await cache.invalidateQueries({ queryKey: sourcesKey(ws, base) });
}

/** Reads the list again: a source has gone. */
export const renewSources = (cache: QueryClient, ws: string, base: string): Promise<void> =>
  cache.invalidateQueries({ queryKey: sourcesKey(ws, base) });

export const renewRuns = (cache: QueryClient, ws: string, { knowledge_base_id: base, id }: Source): Promise<void> =>
  cache.invalidateQueries({ queryKey: runsQuery(ws, base, id).queryKey });
