import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../api/client';
import type { Page } from '../../../api/types';
import { basePath } from '../queries';
import type { AskedQuery, HitQuestion, RetrievalResult } from './types';

/** Asks a base. What the form says holds, also where it says none: null would leave it to the base. */
export function retrieve(base: string, { query, retrieval }: HitQuestion): Promise<RetrievalResult> {
  const { method, score_threshold: threshold, filters, rewriting, weights, ...rest } = retrieval;
  return api.post<RetrievalResult>(`${basePath(base)}/retrieve`, {
    ...rest,
    query: query.trim(),
    search_method: method,
    score_threshold: threshold,
    score_threshold_enabled: threshold !== null,
    filters: filters ?? { mode: 'disabled' },
    rewriting: rewriting ?? { mode: 'none' },
    ...(weights && { weights }),
    explain: true,
  });
}

/** What was asked of a base begins with this. */
export const askedKey = (ws: string, base: string) => ['knowledge', ws, base, 'asked'] as const;

/** The last questions of this page, to be asked again. */
export const historyQuery = (ws: string, base: string) => queryOptions({
  queryKey: [...askedKey(ws, base), 'history'],
  queryFn: async ({ signal }) => (await api.get<Page<AskedQuery>>(
    `${basePath(base)}/queries`, { signal, query: { origin: 'hit_testing', limit: 20 } },
  )).data,
});
